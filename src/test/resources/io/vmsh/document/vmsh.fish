# Completion of vmsh for fish. Made from the commands' declarations: run the build with -Ddocuments.write=true to renew it.
# Put it into ~/.config/fish/completions.

# The words after vmsh's own options: the command and what follows.
function __vmsh_words
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case -c --connect -d --debug -e --escape -k --keepalive-interval -K --keepalive-count -l --log --output --color
                set -e words[1]
                set -q words[1]; and set -e words[1]
            case '-*'
                set -e words[1]
            case '*'
                break
        end
    end
    string join \n -- $words
end

function __vmsh_needs_command
    set -l words (__vmsh_words)
    test (count $words) -eq 0
end

function __vmsh_command_is
    set -l words (__vmsh_words)
    test "$words[1]" = $argv[1]
end

function __vmsh_values
    set -l connection
    set -l words (commandline -opc)
    if set -l index (contains -i -- -c $words)
        set connection -c $words[(math $index + 1)]
    end
    switch $argv[1]
        case domain
            vmsh -q $connection list --all --name 2>/dev/null
        case pool
            vmsh -q $connection pool-list --all --name 2>/dev/null
        case network
            vmsh -q $connection net-list --all --name 2>/dev/null
        case session
            vmsh -q sessions --name 2>/dev/null
        case command
            vmsh -q help 2>/dev/null | string match -r '^    [a-z-]+' | string trim
    end
end

complete -c vmsh -f
complete -c vmsh -n __vmsh_needs_command -s c -l connect -r -d 'URI to connect to'
complete -c vmsh -n __vmsh_needs_command -s r -l readonly -d 'connect for looking only'
complete -c vmsh -n __vmsh_needs_command -s q -l quiet -d 'results only'
complete -c vmsh -n __vmsh_needs_command -s t -l timing -d 'say how long each statement took'
complete -c vmsh -n __vmsh_needs_command -l output -r -a 'table json yaml csv' -d 'form of the output'
complete -c vmsh -n __vmsh_needs_command -l color -r -a 'auto always never' -d 'when to use colours'
complete -c vmsh -n __vmsh_needs_command -s h -l help -d 'show help'
complete -c vmsh -n __vmsh_needs_command -s v -l version -d 'show the version'
