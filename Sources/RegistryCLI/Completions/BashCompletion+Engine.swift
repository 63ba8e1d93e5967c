extension BashCompletion {
  /// The part of the script that is the same for every table.
  ///
  /// It walks the words before the cursor to know the command, the option that waits for its value,
  /// and how many arguments there are; bash has cut words at `=`.
  static let engine = #"""
    # Prints the candidates for a kind of value, one a line.
    _registry_candidates() {
        case "$1" in
            words\ *) printf '%s\n' ${1#words } ;;
            version) "$program" list --names-only "${place[@]}" 2>/dev/null ;;
            file) compgen -f -- "$current" ;;
            directory) compgen -d -- "$current" ;;
        esac
    }

    _registry() {
        local program="${COMP_WORDS[0]}" current="${COMP_WORDS[COMP_CWORD]}" command="" option=""
        local ended="" word kind options candidate
        local -i count=1 index
        local -a place=()
        for ((index = 1; index < COMP_CWORD; index++)); do
            word="${COMP_WORDS[index]}"
            if [[ -n $option ]]; then
                [[ $word == "=" ]] && continue
                case "$option" in
                    --registry | -r | --model) place+=("$option" "$word") ;;
                esac
                option=""
            elif [[ -z $ended && $word == "--" ]]; then
                ended=1
            elif [[ -z $ended && $word == -?* ]]; then
                _registry_kind "$command $word"
                [[ -n $kind ]] && option="$word"
            elif [[ -z $command ]]; then
                command="$word"
            else
                count+=1
            fi
        done

        COMPREPLY=()
        if [[ -n $option ]]; then
            [[ $current == "=" ]] && current=""
            _registry_kind "$command $option"
        elif [[ -z $ended && $current == -* ]]; then
            _registry_options "$command"
            kind="words $options"
        else
            _registry_kind "$command $count"
        fi
        case "$kind" in
            file | directory) compopt -o filenames 2>/dev/null ;;
        esac
        while IFS= read -r candidate; do
            [[ $candidate == "$current"* ]] && COMPREPLY+=("$candidate")
        done < <(_registry_candidates "$kind")
    }

    complete -F _registry registry

    """#
}
