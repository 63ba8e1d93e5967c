// Written by .ci/interop/tree_quality.py with scikit-learn 1.9.1, LightGBM
// 4.7.0, pandas 3.1.1 and numpy 2.4.6.

/// The area under the ROC curve on each fifth of the rows, fitted on the others.
enum TreeQualityFixture {
  static let positives = 1134
  static let lightGBM = [
    0.8733838383838384,
    0.8547786458333333,
    0.8808438883740088,
    0.8850522831565486,
    0.865011874664828,
  ]
  static let histGradientBoosting = [
    0.8663131313131313,
    0.8530989583333334,
    0.8786685202347854,
    0.8860803931893979,
    0.8636456497867668,
  ]
  static let randomForest = [
    0.7882828282828283,
    0.8042057291666667,
    0.8213366285655442,
    0.822437874570576,
    0.7933552950790367,
  ]
}
