import Registry
import Testing

@testable import Learners

@Suite struct `A saved scikit-learn model` {
  @Test func `is there for every family, in two versions`() {
    #expect(ScikitLearnFixture.all.count == 63)
  }

  /// The expected numbers are scikit-learn's own; sums of products are added in another order.
  @Test(arguments: ScikitLearnFixture.all)
  func `answers as scikit-learn does`(fixture: ScikitLearnFixture) throws {
    let model = try fixture.model()
    let rows = try ScikitLearnFixture.rows()
    let answers = try ScikitLearnFixture.answers(model, rows)
    let expected = fixture.answers.flatMap { $0 }
    try #require(answers.count == expected.count)
    for (index, (answer, wanted)) in zip(answers, expected).enumerated() {
      #expect(abs(answer - wanted) <= 1e-12 * max(1, abs(wanted)), "number \(index)")
    }
    #expect(!model.isSinglePrecision)
  }

  /// Of `saturated` all probabilities are 0, 1 or a share of equals, of `threshold` a number decides that is not
  /// 0.5: there the most probable label is another one.
  @Test(arguments: ScikitLearnFixture.all)
  func `tells the labels that scikit-learn tells`(fixture: ScikitLearnFixture) throws {
    let model = try fixture.model()
    guard case .probabilities(_, let labels?) = model.answer else {
      #expect(fixture.predicted.isEmpty)
      return
    }
    let schema = JSONObject(
      distinctMembers: ["age", "balance", "visits", "job", "region"].map {
        .init(key: $0, value: .string(["job", "region"].contains($0) ? "str" : "float"))
      })
    let signature = try ModelSignature(fields: ["input_schema": .object(schema)], path: "s")
    let predictor = try Predictor(
      signature: signature,
      outputs: PredictionOutputs(
        task: labels.texts.count == 2 ? .binary : .multiclass, classes: labels.texts),
      threshold: nil, model: model)
    let predicted = try predictor.predict(try ScikitLearnFixture.rows()).map { prediction in
      switch prediction {
      case .binary(_, let label), .multiclass(_, let label): label
      case .number: ""
      }
    }
    #expect(predicted == fixture.predicted)
  }

  @Test(arguments: ScikitLearnFixture.all)
  func `tells its features and labels`(fixture: ScikitLearnFixture) throws {
    let model = try fixture.model()
    #expect(model.features.map(\.name) == ["age", "balance", "visits", "job", "region"])
    guard case .probabilities(_, let labels) = model.answer else {
      #expect(fixture.labels.isEmpty)
      return
    }
    #expect(labels?.texts == fixture.labels)
  }

  @Test func `takes only the features that its steps look at`() throws {
    let model = try ScikitLearnFixture.named("voting-number-1.9").model()
    #expect(model.features.map(\.input) == [0, 0, 0, nil, nil])
    let texts = try ScikitLearnFixture.named("logistic-1.2").model()
    #expect(texts.features.map(\.input) == [0, 0, 0, 1, 1])
  }

  @Test(arguments: ["1.2", "1.9"])
  func `refuses a row without a number that scikit-learn refuses`(version: String) throws {
    let model = try ScikitLearnFixture.named("forest-\(version)").model()
    let columns = try ScikitLearnFixture.rows().columns
    let missing = Column(
      name: "visits", type: .real, values: .numbers(Array(repeating: .nan, count: 14)))
    let rows = Table(
      columns: columns.map { $0.name == "visits" ? missing : $0 }, rowCount: missing.count)
    // Forests take missing values from version 1.4 on.
    if version == "1.9" {
      _ = try ScikitLearnFixture.answers(model, rows)
    } else {
      #expect(throws: LearnerError.unfitONNXInput(.notFinite(node: "RandomForestClassifier"))) {
        try ScikitLearnFixture.answers(model, rows)
      }
    }
  }

  /// `MissingIndicator` refuses what no row lacked when it was fitted.
  @Test(arguments: ["1.2", "1.9"])
  func `refuses a row that lacks what none lacked before`(version: String) throws {
    let model = try ScikitLearnFixture.named("indicator-\(version)").model()
    let columns = try ScikitLearnFixture.rows().columns
    let missing = Column(
      name: "visits", type: .real, values: .numbers(Array(repeating: .nan, count: 14)))
    let rows = Table(
      columns: columns.map { $0.name == "visits" ? missing : $0 }, rowCount: missing.count)
    let refusal = LearnerError.unfitONNXInput(
      .unknownValue("a missing value", node: "MissingIndicator"))
    #expect(throws: refusal) { try ScikitLearnFixture.answers(model, rows) }
  }

  @Test func `answers a row the same alone and among others`() throws {
    let rows = try ScikitLearnFixture.rows()
    for fixture in ScikitLearnFixture.all {
      let model = try fixture.model()
      let all = try ScikitLearnFixture.answers(model, rows)
      var single: [Double] = []
      for row in 0..<rows.rowCount {
        let alone = Table(columns: rows.columns.map { $0.rows([row]) }, rowCount: 1)
        single += try ScikitLearnFixture.answers(model, alone)
      }
      #expect(all == single, "\(fixture.name)")
    }
  }
}
