import Registry
import Testing

@Suite struct `The type of an input` {
  @Test(arguments: [
    (DataType.float, "float float16 float32 float64 double number Float64 DOUBLE"),
    (.integer, "int int8 int16 int32 int64 uint8 uint16 uint32 uint64 integer long Int64"),
    (.boolean, "bool boolean Bool"),
    (.string, "object str string category text String"),
  ])
  func `is one of four, whatever a tool calls it`(type: DataType, names: String) {
    for name in names.split(separator: " ") { #expect(DataType(String(name)) == type, "\(name)") }
  }

  @Test(arguments: ["datetime64[ns]", "", "float128", "Tensor", " int64"])
  func `is kept as it is spelled when it is none of them`(name: String) {
    #expect(DataType(name) == .other(name))
  }
}
