/// The release of this library and its command line tool, as model metadata records it.
public let releaseVersion = "0.1.0"
