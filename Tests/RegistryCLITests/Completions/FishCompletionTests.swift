import Testing

@testable import RegistryCLI

@Suite struct `Completion in fish` {
  @Test func `knows the whole table`() {
    let expected = #"""
      # fish completion for registry, written by 'registry completions fish'

      # The options that take a value, one a line, of a command; of '', those that stand before one.
      function __registry_valued
          switch "$argv[1]"
              case ''
                  printf '%s\n' --registry -r --model
              case promote
                  printf '%s\n' --alias -a --by --reason -m --registry -r --model
              case score
                  printf '%s\n' --threshold -t --limit --columns --include -i --registry -r --model
          end
      end

      """# + "\n" + FishCompletion.engine + #"""

        complete -c registry -f
        complete -c registry -n '__registry_at ""' -s h -l help -d 'show help'
        complete -c registry -n '__registry_at ""' -l version -d 'print the version of this program'
        complete -c registry -n '__registry_at ""' -s r -l registry -r -f -a '(__fish_complete_directories (commandline -ct))' -d 'the registry directory'
        complete -c registry -n '__registry_at ""' -l model -x -d 'use the registry of a named model: models/NAME'
        complete -c registry -n '__registry_at ""' -l strict -d 'refuse a registry that other users can change (also: REGISTRY_STRICT=1)'
        complete -c registry -n '__registry_at ""' -l json -d 'print the answer as JSON; errors stay text on standard error'
        complete -c registry -n '__registry_at ""' -a promote -d 'make a version the champion, or move another alias'
        complete -c registry -n '__registry_at ""' -a score -d 'score rows'
        complete -c registry -n '__registry_at ""' -a help -d 'show how to use a command, or list all commands'
        complete -c registry -n '__registry_at ""' -a completions -d 'print a script that teaches a shell to complete commands'
        complete -c registry -n '__registry_at promote' -s a -l alias -r -f -a 'champion challenger staging' -d 'the alias to move'
        complete -c registry -n '__registry_at promote' -l by -x -d 'who decides; recorded with the promotion, so that a reader of the history knows whom to ask'
        complete -c registry -n '__registry_at promote' -s m -l reason -x -d 'why'
        complete -c registry -n '__registry_at promote' -s f -l force -d 'promote even when a gate refuses'
        complete -c registry -n '__registry_at promote' -s q -l quick -d 'skip what takes long'
        complete -c registry -n '__registry_at promote' -s r -l registry -r -f -a '(__fish_complete_directories (commandline -ct))' -d 'the registry directory'
        complete -c registry -n '__registry_at promote' -l model -x -d 'use the registry of a named model: models/NAME'
        complete -c registry -n '__registry_at promote' -l strict -d 'refuse a registry that other users can change (also: REGISTRY_STRICT=1)'
        complete -c registry -n '__registry_at promote' -l json -d 'print the answer as JSON; errors stay text on standard error'
        complete -c registry -n '__registry_at promote' -s h -l help -d 'show this help'
        complete -c registry -n '__registry_at promote 1 1' -f -a '(__registry_versions)'
        complete -c registry -n '__registry_at score' -s t -l threshold -x -d 'the score from which a row is positive'
        complete -c registry -n '__registry_at score' -l limit -x -d 'stop after so many rows'
        complete -c registry -n '__registry_at score' -l columns -x -d 'columns to keep, apart by commas'
        complete -c registry -n '__registry_at score' -s i -l include -r -F -d 'a file to take along'
        complete -c registry -n '__registry_at score' -s q -l quick -d 'skip what takes long'
        complete -c registry -n '__registry_at score' -s r -l registry -r -f -a '(__fish_complete_directories (commandline -ct))' -d 'the registry directory'
        complete -c registry -n '__registry_at score' -l model -x -d 'use the registry of a named model: models/NAME'
        complete -c registry -n '__registry_at score' -l strict -d 'refuse a registry that other users can change (also: REGISTRY_STRICT=1)'
        complete -c registry -n '__registry_at score' -s h -l help -d 'show this help'
        complete -c registry -n '__registry_at score 1 1' -f -a 'csv json'
        complete -c registry -n '__registry_at score 2' -F
        complete -c registry -n '__registry_at help' -l json -d 'print the answer as JSON; errors stay text on standard error'
        complete -c registry -n '__registry_at help' -s h -l help -d 'show this help'
        complete -c registry -n '__registry_at help 1 1' -f -a 'promote score help completions'
        complete -c registry -n '__registry_at completions' -s h -l help -d 'show this help'
        complete -c registry -n '__registry_at completions 1 1' -f -a 'bash zsh fish'

        """#
    #expect(FishCompletion(table: .sample).script == expected)
  }
}
