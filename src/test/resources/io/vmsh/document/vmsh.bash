# Completion of vmsh for bash. Made from the commands' declarations: run the build with -Ddocuments.write=true to renew it.
# Source it, or install it as /usr/share/bash-completion/completions/vmsh.

# Offers the values of one kind; $1 is the kind, $2 what is typed so far.
_vmsh_values() {
    case $1 in
        domain) set -- "$("${_vmsh_run[@]}" list --all --name 2>/dev/null)" "$2" ;;
        pool) set -- "$("${_vmsh_run[@]}" pool-list --all --name 2>/dev/null)" "$2" ;;
        network) set -- "$("${_vmsh_run[@]}" net-list --all --name 2>/dev/null)" "$2" ;;
        session) set -- "$("${_vmsh_run[@]}" sessions --name 2>/dev/null)" "$2" ;;
        command) set -- "$_vmsh_commands" "$2" ;;
        words:*) set -- "${1#words:}" "$2" ;;
        file)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$2")
            return
            ;;
        *) return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

# Sets flags, valued and positions for the command $1.
_vmsh_table() {
    flags='' valued=() positions=()
    case $1 in
@COMMANDS@
    esac
}

_vmsh() {
    local line=${COMP_LINE:0:COMP_POINT} words current previous='' command='' index=1 position=0 option flags valued positions
    local -a _vmsh_run=("${COMP_WORDS[0]}" -q)
    COMPREPLY=()
    read -ra words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=('')
    current=${words[-1]}
    while ((index < ${#words[@]} - 1)); do
        option=${words[index]}
        case $option in
            -c | --connect) _vmsh_run+=(-c "${words[index + 1]}") && ((index += 2)) ;;
            -d | -e | -k | -K | -l | --debug | --escape | --keepalive-interval | --keepalive-count | --log | --output | --color) ((index += 2)) ;;
            -*) ((index += 1)) ;;
            *) command=$option && break ;;
        esac
    done
    if [[ -z $command ]]; then
        if [[ $current == -* ]]; then
            mapfile -t COMPREPLY < <(compgen -W '-c -d -e -h -k -K -l -q -r -t -v -V --connect --debug --escape --help --keepalive-interval --keepalive-count --log --quiet --readonly --timing --version --output --color' -- "$current")
        else
            mapfile -t COMPREPLY < <(compgen -W "$_vmsh_commands" -- "$current")
        fi
        return
    fi
    _vmsh_table "$command"
    for ((index += 1; index < ${#words[@]} - 1; index++)); do
        previous=${words[index]}
        case $previous in
            --*=*) previous='' ;;
            --*)
                for option in "${valued[@]}"; do
                    [[ ${option%%=*} == "$previous" ]] && ((index + 1 < ${#words[@]} - 1)) && ((index += 1)) && previous='' && break
                done
                ;;
            *) ((position += 1)) && previous='' ;;
        esac
    done
    for option in "${valued[@]}"; do
        if [[ $current == "${option%%=*}="* ]]; then
            _vmsh_values "${option#*=}" "${current#*=}"
            return
        elif [[ $previous == "${option%%=*}" ]]; then
            _vmsh_values "${option#*=}" "$current"
            return
        fi
    done
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$flags ${valued[*]%%=*}" -- "$current")
    elif ((position < ${#positions[@]})); then
        _vmsh_values "${positions[position]}" "$current"
    fi
}

_vmsh_commands='@NAMES@'
complete -F _vmsh vmsh
