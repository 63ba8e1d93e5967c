import Registry
import Testing

@testable import Learners

/// Models that are written by hand, in the text form of protocol 0 behind the header of protocol 2.
@Suite struct `A saved Python object that cannot be scored` {
  /// An object of a class, made without calling it, with attributes.
  private func object(_ module: String, _ name: String, _ attributes: String) -> String {
    "ccopyreg\n_reconstructor\n(c\(module)\n\(name)\ncbuiltins\nobject\nNtR(d\(attributes)b"
  }

  private func model(_ text: String) throws(LearnerError) -> ScoringModel {
    try ScoringModel([0x80, 2] + Array("\(text).".utf8), path: "model.pkl")
  }

  private func message(_ text: String) -> String? {
    do throws(LearnerError) {
      _ = try model(text)
      return nil
    } catch { return error.message }
  }

  @Test func `is refused by the name of its class, with the classes that can be`() {
    let text = object("sklearn.svm._classes", "SVC", "S'n_features_in_'\nI2\ns")
    #expect(
      message(text)
        == "the scikit-learn model cannot be scored: 'sklearn.svm._classes.SVC' is not supported")
    #expect {
      _ = try model(text)
    } throws: { error in
      (error as? LearnerError)?.remedy?.contains("linear_model.LogisticRegression") == true
    }
  }

  @Test func `is no estimator, whatever calls itself so`() {
    let text = object("os.path", "LogisticRegression", "S'n_features_in_'\nI2\ns")
    #expect(message(text)?.contains("'os.path.LogisticRegression' is not supported") == true)
  }

  @Test func `is refused when it lacks what its class has, with the version that wrote it`() {
    let text = object(
      "sklearn.linear_model._ridge", "Ridge",
      "S'n_features_in_'\nI2\nsS'_sklearn_version'\nS'0.21.3'\ns")
    #expect(
      message(text)
        == "the scikit-learn model is broken: in 'sklearn.linear_model._ridge.Ridge' "
        + "there is no 'coef_', which scikit-learn 0.21.3 wrote")
  }

  @Test func `is refused when it is no object, or holds several`() {
    #expect(message("I1\n")?.hasSuffix("there is no estimator in the file") == true)
    let ridge = object("sklearn.linear_model._ridge", "Ridge", "")
    #expect(
      message("(dS'a'\n\(ridge)sS'b'\n\(ridge)s")?
        .hasSuffix("the file holds several estimators: 'Ridge', 'Ridge'") == true)
  }

  /// Rows would be answered as if they had gone through the transformer.
  @Test func `is refused when a transformer stands beside it`() {
    let ridge = object("sklearn.linear_model._ridge", "Ridge", "S'n_features_in_'\nI2\ns")
    let scaler = object("sklearn.preprocessing._data", "StandardScaler", "")
    let files = [
      "(\(scaler)\(ridge)t", "(dS'scaler'\n\(scaler)sS'model'\n\(ridge)s",
      "(dS'steps'\n(dS'first'\n\(scaler)ssS'model'\n\(ridge)s",
    ]
    for text in files {
      #expect(
        message(text)?.hasSuffix(
          "the file holds 'StandardScaler' beside 'Ridge' and does not say whether rows go "
            + "through it first") == true)
    }
  }

  @Test func `is read when only an encoder of labels stands beside it`() {
    let ridge = object("sklearn.linear_model._ridge", "Ridge", "S'n_features_in_'\nI2\ns")
    let encoder = object("sklearn.preprocessing._label", "LabelEncoder", "")
    #expect(message("(\(encoder)\(ridge)t")?.contains("there is no 'coef_'") == true)
  }

  @Test func `is refused by its class when that is of a program of its own`() {
    let model = object("sklearn.linear_model._ridge", "Ridge", "S'n_features_in_'\nI2\ns")
    let text = object("churn.models", "ChurnModel", "S'model'\n\(model)s")
    #expect(message(text)?.hasSuffix("'churn.models.ChurnModel' is not supported") == true)
    #expect(message("(\(text)t") == message(text))
  }

  @Test func `is refused before it was fitted`() {
    let text = object("sklearn.linear_model._ridge", "Ridge", "S'alpha'\nF1\ns")
    #expect(message(text)?.hasSuffix("'sklearn.linear_model._ridge.Ridge' is not fitted") == true)
  }

  @Test func `is refused when it holds itself`() {
    let text =
      "ccopyreg\n_reconstructor\n(csklearn.model_selection._search\nGridSearchCV\ncbuiltins\nobject\nNtR"
      + "p1\n(dS'n_features_in_'\nI2\nsS'best_estimator_'\ng1\nsb"
    #expect(message(text)?.hasSuffix("its steps are nested too deeply") == true)
  }

  /// Each of 39 levels has the next one four times: 4³⁹ models, in 4 kB.
  @Test func `is refused when it uses its parts over and over`() {
    let sums = "S'coef_'\n(F1\nF2\nlsS'intercept_'\nF0\ns"
    var text = object("sklearn.linear_model._ridge", "Ridge", sums) + "p0\n"
    for level in 1...39 {
      let parts = "(" + String(repeating: "g\(level - 1)\n", count: 4) + "l"
      text +=
        object(
          "sklearn.ensemble._voting", "VotingRegressor",
          "S'n_features_in_'\nI2\nsS'weights'\nNsS'estimators_'\n\(parts)s") + "p\(level)\n"
    }
    #expect(message(text)?.hasSuffix("it uses the same parts too often") == true)
  }

  @Test func `is refused by the class that decides when that has no probabilities`() {
    let model = object(
      "sklearn.svm._classes", "LinearSVC",
      "S'classes_'\n(I0\nI1\nlsS'coef_'\n(F1\nlsS'intercept_'\nF0\ns")
    let pipeline = object(
      "sklearn.pipeline", "Pipeline",
      "S'n_features_in_'\nI1\nsS'steps'\n((S'm'\n\(model)tls")
    #expect(
      message(pipeline)?.hasSuffix("'sklearn.svm._classes.LinearSVC' has no probabilities") == true)
  }

  @Test func `is refused where it calls a function of somebody's program`() {
    let function = object(
      "sklearn.preprocessing._function_transformer", "FunctionTransformer",
      "S'func'\ncteam.features\nclean\ns")
    let pipeline = object(
      "sklearn.pipeline", "Pipeline",
      "S'n_features_in_'\nI2\nsS'steps'\n((S'f'\n\(function)t(S'm'\n\(object("sklearn.linear_model._ridge", "Ridge", ""))tls"
    )
    #expect(message(pipeline)?.contains("calls the function 'team.features.clean'") == true)
  }
}
