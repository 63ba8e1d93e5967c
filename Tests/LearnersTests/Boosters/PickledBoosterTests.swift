import Testing

@testable import Learners

/// As `pickle` writes a `Booster` of XGBoost or LightGBM, with only what is read of it.
@Suite struct `A pickled Booster` {
  private func pickle(_ fixture: BoosterFixture) throws -> [UInt8] {
    let isXGBoost = fixture.rawValue.hasPrefix("xgboost")
    let name = isXGBoost ? "cxgboost.core\nBooster\n" : "clightgbm.basic\nBooster\n"
    let bytes = try fixture.bytes
    let count = (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
    let key = isXGBoost ? "handle" : "_handle"
    let value: [UInt8] = [isXGBoost ? UInt8(ascii: "B") : UInt8(ascii: "X")] + count + bytes
    return [0x80, 4] + Array(name.utf8) + [UInt8(ascii: ")"), 0x81] + Array("}S'\(key)'\n".utf8)
      + value + Array("sb.".utf8)
  }

  /// The file has one number for two labels, and the pickle one for each.
  @Test(arguments: BoosterFixture.allCases)
  func `answers as the file of its model does`(fixture: BoosterFixture) throws {
    let table = try fixture.rows.table
    let expected = try answers(try ScoringModel(try fixture.bytes, path: "model"), table)
    let found = try answers(try ScoringModel(try pickle(fixture), path: "model.pkl"), table)
    let isPair = found.count == 2 * expected.count
    #expect(isPair || found.count == expected.count)
    #expect(
      isPair
        ? stride(from: 1, to: found.count, by: 2).map { found[$0] } == expected : found == expected)
  }
}
