import Foundation
import Testing

@testable import Learners

/// A model of XGBoost or LightGBM, rows and what the library answers; written by
/// BoosterModels/make_booster_fixtures.py.
enum BoosterFixture: String, CaseIterable, Sendable {
  case logistic17 = "xgboost-1.7-logistic"
  case softprob17 = "xgboost-1.7-softprob"
  case poisson17 = "xgboost-1.7-poisson"
  case dart17 = "xgboost-1.7-dart"
  case linear17 = "xgboost-1.7-linear"
  case codes17 = "xgboost-1.7-codes"
  case early17 = "xgboost-1.7-early"
  case logistic32 = "xgboost-3.2-logistic"
  case softprob32 = "xgboost-3.2-softprob"
  case poisson32 = "xgboost-3.2-poisson"
  case dart32 = "xgboost-3.2-dart"
  case linear32 = "xgboost-3.2-linear"
  case codes32 = "xgboost-3.2-codes"
  case texts32 = "xgboost-3.2-texts"
  case early32 = "xgboost-3.2-early"
  case binary33 = "lightgbm-3.3-binary"
  case forest33 = "lightgbm-3.3-forest"
  case zero33 = "lightgbm-3.3-zero"
  case none33 = "lightgbm-3.3-none"
  case binary47 = "lightgbm-4.7-binary"
  case forest47 = "lightgbm-4.7-forest"
  case zero47 = "lightgbm-4.7-zero"
  case none47 = "lightgbm-4.7-none"
  case each47 = "lightgbm-4.7-each"
  case square47 = "lightgbm-4.7-square"
  case lambda47 = "lightgbm-4.7-lambda"

  /// Rows and answers.
  struct Rows: Decodable {
    let columns: [Cells]
    let answers: [[Double]]

    var table: Table {
      Table(columns: columns.map(\.column), rowCount: answers.count)
    }
  }

  struct Cells: Decodable {
    let name: String
    let cells: [Cell?]

    var column: Column {
      let texts = cells.compactMap(\.?.text)
      return texts.isEmpty
        ? numeric(name, cells.map { $0?.number ?? .nan })
        : categorical(name, cells.map { $0?.text ?? "" })
    }
  }

  struct Cell: Decodable {
    let number: Double?
    let text: String?

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      text = try? value.decode(String.self)
      number = try? value.decode(Double.self)
    }
  }

  private static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "BoosterModels")

  /// The content of the model file.
  var bytes: [UInt8] {
    get throws {
      Array(try Data(contentsOf: Self.directory.appending(path: "\(rawValue).model")))
    }
  }

  var rows: Rows {
    get throws {
      let data = try Data(contentsOf: Self.directory.appending(path: "\(rawValue).json"))
      return try JSONDecoder().decode(Rows.self, from: data)
    }
  }
}

/// What a model answers, by the names of the columns.
func answers(_ model: ScoringModel, _ table: Table) throws -> [Double] {
  let binding = try FeatureBinding(
    model.features, inputs: table.columns.map(\.name), path: "model_signature.json")
  return try model.answers(table, binding).numbers
}
