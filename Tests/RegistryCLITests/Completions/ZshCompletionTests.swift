import Registry
import Testing

@testable import RegistryCLI

@Suite struct `Completion in zsh` {
  @Test func `knows the whole table`() {
    #expect(
      ZshCompletion(table: .sample).script == #"""
        #compdef registry
        # zsh completion for registry, written by 'registry completions zsh'

        # Adds the options that say which registry is meant to 'place'.
        _registry_place() {
            local option
            for option in --registry -r --model; do
                (( $+opt_args[$option] )) && place+=($option ${(Q)opt_args[$option]})
            done
        }

        # Registered versions of that registry.
        _registry_versions() {
            local -a versions
            _registry_place
            versions=(${(f)"$(registry list --names-only $place 2>/dev/null)"})
            compadd -a versions
        }

        _registry_commands() {
            local -a commands
            commands=(
                'promote:make a version the champion, or move another alias'
                'score:score rows'
                'help:show how to use a command, or list all commands'
                'completions:print a script that teaches a shell to complete commands'
            )
            _describe command commands
        }

        _registry() {
            local curcontext="$curcontext" state line
            local -A opt_args
            local -a place
            _arguments -C -s -S \
                '(-h --help)'{-h,--help}'[show help]' \
                '--version[print the version of this program]' \
                '(--registry -r)--registry=[the registry directory]:DIR:_files -/' \
                '(--registry -r)-r+[the registry directory]:DIR:_files -/' \
                '--model=[use the registry of a named model\: models/NAME]:NAME: ' \
                '--strict[refuse a registry that other users can change (also\: REGISTRY_STRICT=1)]' \
                '--json[print the answer as JSON; errors stay text on standard error]' \
                '(-):command:_registry_commands' \
                '(-)*::argument:->arguments'
            [[ $state == arguments ]] || return
            _registry_place
            case $line[1] in
                promote)
                    _arguments -s -S \
                        '(--alias -a)--alias=[the alias to move]:NAME:(champion challenger staging)' \
                        '(--alias -a)-a+[the alias to move]:NAME:(champion challenger staging)' \
                        '--by=[who decides; recorded with the promotion, so that a reader of the history knows whom to ask]:NAME: ' \
                        '(--reason -m)--reason=[why]:TEXT: ' \
                        '(--reason -m)-m+[why]:TEXT: ' \
                        '(--force -f)--force[promote even when a gate refuses]' \
                        '(--force -f)-f[promote even when a gate refuses]' \
                        '(--quick -q)--quick[skip what takes long]' \
                        '(--quick -q)-q[skip what takes long]' \
                        '(--registry -r)--registry=[the registry directory]:DIR:_files -/' \
                        '(--registry -r)-r+[the registry directory]:DIR:_files -/' \
                        '--model=[use the registry of a named model\: models/NAME]:NAME: ' \
                        '--strict[refuse a registry that other users can change (also\: REGISTRY_STRICT=1)]' \
                        '--json[print the answer as JSON; errors stay text on standard error]' \
                        '(--help -h)--help[show this help]' \
                        '(--help -h)-h[show this help]' \
                        ':VERSION:_registry_versions' ;;
                score)
                    _arguments -s -S \
                        '(--threshold -t)--threshold=[the score from which a row is positive]:NUMBER: ' \
                        '(--threshold -t)-t+[the score from which a row is positive]:NUMBER: ' \
                        '--limit=[stop after so many rows]:ROWS: ' \
                        '--columns=[columns to keep, apart by commas]:NAMES: ' \
                        '*--include=[a file to take along]:FILE:_files' \
                        '*-i+[a file to take along]:FILE:_files' \
                        '(--quick -q)--quick[skip what takes long]' \
                        '(--quick -q)-q[skip what takes long]' \
                        '(--registry -r)--registry=[the registry directory]:DIR:_files -/' \
                        '(--registry -r)-r+[the registry directory]:DIR:_files -/' \
                        '--model=[use the registry of a named model\: models/NAME]:NAME: ' \
                        '--strict[refuse a registry that other users can change (also\: REGISTRY_STRICT=1)]' \
                        '(--help -h)--help[show this help]' \
                        '(--help -h)-h[show this help]' \
                        ':FORMAT:(csv json)' \
                        '*::FILE:_files' ;;
                help)
                    _arguments -s -S \
                        '--json[print the answer as JSON; errors stay text on standard error]' \
                        '(--help -h)--help[show this help]' \
                        '(--help -h)-h[show this help]' \
                        '::COMMAND:_registry_commands' ;;
                completions)
                    _arguments -s -S \
                        '(--help -h)--help[show this help]' \
                        '(--help -h)-h[show this help]' \
                        ':SHELL:(bash zsh fish)' ;;
            esac
        }

        if [[ $funcstack[1] == _registry ]]; then
            _registry "$@"
        else
            compdef _registry registry
        fi

        """#)
  }

  @Test func `takes help texts literally`() {
    let command = Command(
      "list", in: .look, summary: "show 'all': a, b",
      options: [.value("--stage", "S", .directory, help: "one of [a:b], 'c' or \\")],
      examples: []
    ) { _, _ in .done }
    let script = ZshCompletion(table: CommandTable([command])).script
    #expect(script.contains(#"'list:show '\''all'\'': a, b'"#))
    #expect(script.contains(#"'--stage=[one of \[a\:b\], '\''c'\'' or \\]:S:_files -/' \"#))
  }
}
