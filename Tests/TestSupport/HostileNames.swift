/// Names that are none, for everything that is named.
public enum HostileNames {
  /// None of these is a version, a range, an alias or a model.
  public static let all = [
    ".", "..", "/", "//", "./v1.0.0", "../v1.0.0", "/etc/passwd", "/v1.0.0", "v1.0.0/", "v1.0.0/..",
    "v1.0.0/../..", "a/b", "..\\x", "v1.0.0\n", "\nv1.0.0", "v1.0.0\r\nforged", "\u{1B}[2Jv1.0.0",
    "v1.0.0\u{7F}", "v1.0.0\u{9B}31m", "v1.0.0\u{200B}", "\u{200B}", "\u{202E}0.0.1v",
    "\u{FEFF}v1.0.0",
    "ｖ1.0.0", "v１.0.0", "v1．0．0", "v1.0.0\u{0}", "\u{0}", " ", " v1.0.0", "v1.0.0 ", "v01.0.0",
    "v1.00.0", "v1.0.0-01", "v1000000000.0.0", "v99999999999999999999.0.0", "v-1.0.0", "v1.0.0+x",
    "v1.0.0-", "v1.0.0-a..b", "-v1.0.0", "$(id)", "`id`", "%2e%2e", "~root", "*", ".registry",
    ".registry/lock", "champion.json/..", "nul\u{0}.json",
    "v1.0.0-" + String(repeating: "9", count: 10),
    String(repeating: "v", count: 4096), String(repeating: "../", count: 64),
  ]

  /// Names of aliases that would be taken for something else.
  public static let aliases =
    all + [
      "", "latest", "manifest", "policy", "v1", "V2x", "1st", "champion.json", "cham pion",
      "chämpion",
      String(repeating: "a", count: 65),
    ]

  /// Names of models that could lead elsewhere.
  public static let models =
    all.filter { $0 != "v1.0.0-" + String(repeating: "9", count: 10) } + ["", "-m", "_m", ".m"]
}
