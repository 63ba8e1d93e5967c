import Learners
import Testing

/// Files that somebody damaged: whatever they say, the answer is a value or a typed error.
@Suite struct `A damaged ONNX file` {
  private func tryOut(_ bytes: [UInt8]) throws(LearnerError) {
    let model = try ONNXModel.decode(bytes)
    _ = model.encode()
    let session = try ScoringGraph(model)
    let batch = session.inputs.map { port in
      switch port.type {
      case .float: NamedTensor(port.name, .column([1, .nan]))
      case .double: NamedTensor(port.name, Tensor(.doubles([1, .nan]), shape: [2, 1]))
      case .int64: NamedTensor(port.name, Tensor(.int64s([1, .min]), shape: [2, 1]))
      case .string: NamedTensor(port.name, .column(codes: [-1, 0], levels: ["é"]))
      case .bool: NamedTensor(port.name, Tensor(.bools([true, false]), shape: [2, 1]))
      }
    }
    _ = try session.run(batch)
  }

  @Test(arguments: ONNXFixtures.allCases)
  func `is refused wherever it is cut`(file: ONNXFixtures) throws {
    let bytes = try file.bytes()
    var taken = 0
    for length in 0..<bytes.count {
      do throws(LearnerError) {
        try tryOut(Array(bytes.prefix(length)))
        taken += 1
      } catch {}
    }
    // Behind the graph stand metadata and an operator set that is not used: whole without them.
    #expect(taken <= 2)
  }

  @Test(arguments: ONNXFixtures.allCases)
  func `never stops the program, whichever bits are flipped`(file: ONNXFixtures) throws {
    let bytes = try file.bytes()
    var state: UInt64 = 20_260_115
    func random(below limit: Int) -> Int {
      // Knuth's multiplier; the high bits are the good ones.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var refused = 0
    for _ in 0..<1_500 {
      var damaged = bytes
      for _ in 0...random(below: 3) {
        damaged[random(below: bytes.count)] ^= 1 << UInt8(random(below: 8))
      }
      do throws(LearnerError) { try tryOut(damaged) } catch { refused += 1 }
    }
    #expect(refused > 750)
  }

  /// A value without elements may have axes of any length: their product must be a number all the same.
  @Test(
    arguments: [
      ("Identity", [0, .max]), ("Add", [0, 1 << 62, 4]), ("ArgMax", [0, 1, 1 << 62, 4]),
      ("Gather", [0, 1 << 62, 4]), ("ArgMax", [1 << 62, 1, 0]), ("Reshape", [0, 1 << 62, 4]),
    ] as [(String, [Int64])])
  func `hides no axis too long behind one of length 0`(name: String, shape: [Int64]) {
    var constant = ONNXTensor(name: "c", floats: [], shape: shape)
    var fault = ONNXFault.elementCount(of: "c", found: 0)
    if name == "Reshape" {
      constant.shape = [0]
      fault = .node("step", .inputShapes([[0], shape.map { Int($0) }]))
    }
    let second = ["Add": "c", "Gather": "picks", "Reshape": "shape"][name]
    let node = ONNXNode(
      name, domain: .standard, name: "step", inputs: ["c"] + [second].compactMap { $0 },
      outputs: ["y"],
      attributes: name == "ArgMax" ? [ONNXAttribute("axis", .int(1))] : [])
    #expect(throws: LearnerError.brokenONNX(fault)) {
      try answersOf(
        [node],
        constants: [
          constant, ONNXTensor(name: "picks", int64s: []), ONNXTensor(name: "shape", int64s: shape),
        ], inputs: [], outputs: [("y", name == "ArgMax" ? .int64 : .float)])
    }
  }

  /// Shapes, places and counts that a graph computes itself, as large as numbers are.
  @Test(
    arguments: [
      ("ConstantOfShape", [.max, .max]), ("ConstantOfShape", [1 << 40]), ("ConstantOfShape", [-1]),
      ("Slice", [.min]), ("Gather", [.max]), ("Unsqueeze", Array(0..<1000)), ("ReduceSum", [.min]),
      ("Squeeze", [.max]), ("Transpose", [.max, .min]),
    ] as [(String, [Int64])])
  func `asks for no more than there can be`(name: String, numbers: [Int64]) {
    let inputs = [
      "ConstantOfShape": ["c"], "Slice": ["x", "c", "c", "c", "c"], "Transpose": ["x"],
    ]
    let node = ONNXNode(
      name, domain: .standard, name: "step", inputs: inputs[name] ?? ["x", "c"], outputs: ["y"],
      attributes: name == "Transpose" ? [ONNXAttribute("perm", .ints(numbers))] : [])
    #expect(throws: LearnerError.self) {
      try answersOf(
        [node], constants: [ONNXTensor(name: "c", int64s: numbers)],
        inputs: [NamedTensor("x", .column([1, 2]))], outputs: [("y", .float)])
    }
  }

  /// Up to operator set 12 the axis behind the last one is allowed, and a single number has none at all: its
  /// share is 1.
  @Test func `asks for no axis of a single number`() throws {
    var graph = ONNXGraph()
    graph.nodes = [
      ONNXNode(
        "Softmax", domain: .standard, name: "step", inputs: ["c"], outputs: ["y"],
        attributes: [ONNXAttribute("axis", .int(0))])
    ]
    graph.initializers = [ONNXTensor(name: "c", floats: [7], shape: [])]
    graph.outputs = [ONNXValueInfo(name: "y", type: .float, shape: [])]
    var model = ONNXModel()
    model.irVersion = 7
    model.operatorSets = [ONNXOperatorSet(domain: "", version: 12)]
    model.graph = graph
    let answer = try ScoringGraph(model).run([])["y"]
    guard case .floats(let shares)? = answer?.elements else {
      Issue.record("no floats came out")
      return
    }
    #expect(shares == [1] && answer?.shape == [])
  }

  /// 40 joins of a text with itself: 2⁴⁰ of it, or none where there are no rows.
  @Test(arguments: [0, 2]) func `does not join texts without end`(rows: Int) throws {
    let nodes = (0..<40).map { index in
      ONNXNode(
        "Concat", domain: .standard, name: "join", inputs: ["v\(index)", "v\(index)"],
        outputs: ["v\(index + 1)"], attributes: [ONNXAttribute("axis", .int(0))])
    }
    let texts = NamedTensor(
      "v0", .column(codes: Array(repeating: 0, count: rows), levels: ["a", "b", "c"]))
    func last() throws(LearnerError) -> Tensor? {
      try answersOf(nodes, inputs: [texts], outputs: [("v40", .string)])["v40"]
    }
    guard rows == 0 else {
      #expect(throws: LearnerError.self) { try last() }
      return
    }
    guard case .strings(let codes, let levels)? = try last()?.elements else {
      Issue.record("no texts came out")
      return
    }
    #expect(codes.isEmpty && levels.isEmpty)
  }
}
