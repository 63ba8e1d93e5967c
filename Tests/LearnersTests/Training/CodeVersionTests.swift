import Foundation
import TestSupport
import Testing

@testable import Learners

/// The layouts are those that gitrepository-layout(5) and git-worktree(1) describe.
@Suite struct `The revision of the code` {
  private static let commit = "3f786850e387550fdab836ed7e6dc881de23001b"
  private static let other = "89e6c98d92887913cadf06b2adb97f26cde4849b"
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func write(_ files: [String: String]) throws {
    for (name, text) in files { try directory.write(text, to: name) }
  }

  private func revision(in name: String = "repository") -> String? {
    CodeVersion.current(from: directory.file(name))
  }

  @Test(arguments: [
    [".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": "\(commit)\n"],
    [
      ".git/HEAD": "ref: refs/heads/main\n",
      ".git/packed-refs":
        "# pack-refs with: peeled fully-peeled sorted\n\(other) refs/heads/a/refs/heads/main\n\(commit) refs/heads/main\n^\(other)\n",
    ],
    [
      ".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": "\(commit)\n",
      ".git/packed-refs": "\(other) refs/heads/main\n",
    ],
    [".git/HEAD": "\(commit)\n"],
    [".git/HEAD": commit],
    [
      ".git": "gitdir: ../main/.git/worktrees/w\n",
      "../main/.git/worktrees/w/HEAD": "ref: refs/heads/topic\n",
      "../main/.git/worktrees/w/commondir": "../..\n",
      "../main/.git/refs/heads/topic": "\(commit)\n", "../main/.git/HEAD": "\(other)\n",
    ],
  ])
  func `is what git rev-parse HEAD prints`(files: [String: String]) throws {
    try write(Dictionary(uniqueKeysWithValues: files.map { ("repository/\($0)", $1) }))
    #expect(revision() == Self.commit)
  }

  @Test func `is found from a directory below`() throws {
    try write(["repository/.git/HEAD": Self.commit, "repository/a/b/file": ""])
    #expect(revision(in: "repository/a/b") == Self.commit)
  }

  @Test func `has 64 digits in a repository that uses SHA-256`() throws {
    let long = String(repeating: "5a", count: 32)
    try write(["repository/.git/HEAD": long])
    #expect(revision() == long)
  }

  @Test(arguments: [
    [".git/HEAD": "ref: refs/heads/main\n"],
    [".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": "not a commit\n"],
    [".git/HEAD": "ref: refs/heads/main\n", ".git/packed-refs": "x\n"],
    [".git/HEAD": "<html>"],
  ])
  func `is nil where there is no commit`(files: [String: String]) throws {
    try write(Dictionary(uniqueKeysWithValues: files.map { ("repository/\($0)", $1) }))
    #expect(revision() == nil)
  }
}
