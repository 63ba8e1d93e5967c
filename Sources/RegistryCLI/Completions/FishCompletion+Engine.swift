extension FishCompletion {
  /// The part of the script that is the same for every table.
  static let engine = #"""
    # Walks the words before the cursor: sets the command, the place of the argument at the cursor,
    # and the options that say which registry is meant.
    function __registry_walk --no-scope-shadowing
        set command ''
        set place 1
        set registry
        set -l option ''
        set -l words (commandline -opc)
        for word in $words[2..]
            if test -n "$option"
                contains -- $option --registry -r --model; and set -a registry $option $word
                set option ''
            else if string match -qr -- '^-.' $word
                contains -- $word (__registry_valued $command); and set option $word
            else if test -z "$command"
                set command $word
            else
                set place (math $place + 1)
            end
        end
    end

    # Whether the cursor is at a command: COMMAND [FIRST [LAST]], the places where an argument may be.
    function __registry_at
        set -l command
        set -l place
        set -l registry
        __registry_walk
        test "$command" = "$argv[1]"; or return 1
        test -z "$argv[2]"; or test $place -ge $argv[2]; or return 1
        test -z "$argv[3]"; or test $place -le $argv[3]
    end

    function __registry_versions
        set -l command
        set -l place
        set -l registry
        __registry_walk
        registry list --names-only $registry 2>/dev/null
    end

    """#
}
