/// Told how far a fit is, in trees or steps of so many; a throw stops the fit.
public typealias FitProgress = (_ done: Int, _ total: Int) throws(LearnerError) -> Void
