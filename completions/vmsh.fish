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

complete -c vmsh -n __vmsh_needs_command -a autostart -d 'let a guest start with its host'
complete -c vmsh -n '__vmsh_command_is autostart' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is autostart' -l disable -d 'no longer'
complete -c vmsh -n '__vmsh_command_is autostart' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is autostart' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a create -d 'start a guest from XML and keep no definition of it'
complete -c vmsh -n '__vmsh_command_is create' -l file -d 'file with the definition as XML' -r -F
complete -c vmsh -n '__vmsh_command_is create' -l console -d 'go on to the console of the guest'
complete -c vmsh -n '__vmsh_command_is create' -l paused -d 'let it stand still until it is resumed'
complete -c vmsh -n '__vmsh_command_is create' -l autodestroy -d 'stop it when this session closes'
complete -c vmsh -n '__vmsh_command_is create' -l pass-fds -d 'numbers of open files to hand to the guest: N,M,…' -r
complete -c vmsh -n '__vmsh_command_is create' -l validate -d 'refuse XML that does not fit libvirt\'s schema'
complete -c vmsh -n '__vmsh_command_is create' -l reset-nvram -d 'begin with the firmware\'s first settings'
complete -c vmsh -n '__vmsh_command_is create' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is create' -F

complete -c vmsh -n __vmsh_needs_command -a define -d 'make a guest known, or change it, from XML'
complete -c vmsh -n '__vmsh_command_is define' -l file -d 'file with the definition as XML' -r -F
complete -c vmsh -n '__vmsh_command_is define' -l validate -d 'refuse XML that does not fit libvirt\'s schema'
complete -c vmsh -n '__vmsh_command_is define' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is define' -F

complete -c vmsh -n __vmsh_needs_command -a destroy -d 'stop a guest at once, as if its power were cut'
complete -c vmsh -n '__vmsh_command_is destroy' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is destroy' -l graceful -d 'give up rather than kill what does not end when asked'
complete -c vmsh -n '__vmsh_command_is destroy' -l remove-logs -d 'delete its log files too'
complete -c vmsh -n '__vmsh_command_is destroy' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is destroy' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a domid -d 'show the id of a guest'
complete -c vmsh -n '__vmsh_command_is domid' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is domid' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is domid' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a domjobabort -d 'stop the job of a guest: a migration, a save, a dump, a backup'
complete -c vmsh -n '__vmsh_command_is domjobabort' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is domjobabort' -l postcopy -d 'interrupt a migration whose guest runs on the other side'
complete -c vmsh -n '__vmsh_command_is domjobabort' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is domjobabort' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a domjobinfo -d 'show the job of a guest: a migration, a save, a dump, a backup'
complete -c vmsh -n '__vmsh_command_is domjobinfo' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is domjobinfo' -l completed -d 'of the job that ended last'
complete -c vmsh -n '__vmsh_command_is domjobinfo' -l keep-completed -d 'do not let the host forget it, which it does once it has been read'
complete -c vmsh -n '__vmsh_command_is domjobinfo' -l anystats -d 'numbers of failed and cancelled jobs, too'
complete -c vmsh -n '__vmsh_command_is domjobinfo' -l rawstats -d 'all that libvirt tells, under its own names'
complete -c vmsh -n '__vmsh_command_is domjobinfo' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is domjobinfo' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a domname -d 'show the name of a guest'
complete -c vmsh -n '__vmsh_command_is domname' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is domname' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is domname' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a domuuid -d 'show the UUID of a guest'
complete -c vmsh -n '__vmsh_command_is domuuid' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is domuuid' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is domuuid' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a dumpxml -d 'show the definition of a guest as XML'
complete -c vmsh -n '__vmsh_command_is dumpxml' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is dumpxml' -l inactive -d 'what the next start uses, not what runs'
complete -c vmsh -n '__vmsh_command_is dumpxml' -l security-info -d 'with passwords'
complete -c vmsh -n '__vmsh_command_is dumpxml' -l update-cpu -d 'with the processor that the host gives'
complete -c vmsh -n '__vmsh_command_is dumpxml' -l migratable -d 'fit to be sent to another host'
complete -c vmsh -n '__vmsh_command_is dumpxml' -l xpath -d 'show only what this XPath expression finds' -r
complete -c vmsh -n '__vmsh_command_is dumpxml' -l wrap -d 'put what --xpath finds below one root element'
complete -c vmsh -n '__vmsh_command_is dumpxml' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is dumpxml' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a migrate-check -d 'look whether a guest can move, and where to'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l to -d 'sessions that it might move to' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l live -d 'let the guest run while its memory is copied'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l offline -d 'move only the definition of a guest that does not run'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l p2p -d 'let the source host drive the migration; it goes on when this shell ends'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l direct -d 'let the hypervisors talk to each other without libvirt between them'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l tunnelled -d 'carry the guest\'s memory inside libvirt\'s own connection'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l persistent -d 'define the guest on the destination for good'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l undefinesource -d 'remove the definition from the source when done'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l copy-storage-all -d 'copy its disks too, in full'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l copy-storage-inc -d 'copy its disks too, but not the images they are based on'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l unsafe -d 'migrate even if the guest\'s data may be damaged by it'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l tls -d 'encrypt the guest\'s memory on its way'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l parallel -d 'send memory over several connections'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l zerocopy -d 'send memory without copying it first; for --parallel'
complete -c vmsh -n '__vmsh_command_is migrate-check' -l dname -d 'another name for the guest on the destination' -r
complete -c vmsh -n '__vmsh_command_is migrate-check' -l migrateuri -d 'where the source host sends the memory, such as tcp://10.0.0.2' -r
complete -c vmsh -n '__vmsh_command_is migrate-check' -l listen-address -d 'address on which the destination waits for the memory' -r
complete -c vmsh -n '__vmsh_command_is migrate-check' -l disks-port -d 'port on which the destination takes disks' -r
complete -c vmsh -n '__vmsh_command_is migrate-check' -l disks-uri -d 'where the source host sends disks' -r
complete -c vmsh -n '__vmsh_command_is migrate-check' -l migrate-disks -d 'targets of the disks to copy, with commas between them' -r
complete -c vmsh -n '__vmsh_command_is migrate-check' -l xml -d 'file with the guest\'s XML for the destination' -r -F
complete -c vmsh -n '__vmsh_command_is migrate-check' -l clock-limit -d 'most milliseconds that clocks may be apart' -r
complete -c vmsh -n '__vmsh_command_is migrate-check' -l ntp-server -d 'a server that knows the time, to hold both hosts to' -r
complete -c vmsh -n '__vmsh_command_is migrate-check' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate-check' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a migrate -d 'move a guest to another host'
complete -c vmsh -n '__vmsh_command_is migrate' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate' -l desturi -d 'where to: a session, or a libvirt URI as this machine (with --p2p: as the source host) reaches it' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is migrate' -l live -d 'let the guest run while its memory is copied'
complete -c vmsh -n '__vmsh_command_is migrate' -l offline -d 'move only the definition of a guest that does not run'
complete -c vmsh -n '__vmsh_command_is migrate' -l p2p -d 'let the source host drive the migration; it goes on when this shell ends'
complete -c vmsh -n '__vmsh_command_is migrate' -l direct -d 'let the hypervisors talk to each other without libvirt between them'
complete -c vmsh -n '__vmsh_command_is migrate' -l tunnelled -d 'carry the guest\'s memory inside libvirt\'s own connection'
complete -c vmsh -n '__vmsh_command_is migrate' -l persistent -d 'define the guest on the destination for good'
complete -c vmsh -n '__vmsh_command_is migrate' -l undefinesource -d 'remove the definition from the source when done'
complete -c vmsh -n '__vmsh_command_is migrate' -l suspend -d 'leave the guest paused on the destination'
complete -c vmsh -n '__vmsh_command_is migrate' -l copy-storage-all -d 'copy its disks too, in full'
complete -c vmsh -n '__vmsh_command_is migrate' -l copy-storage-inc -d 'copy its disks too, but not the images they are based on'
complete -c vmsh -n '__vmsh_command_is migrate' -l copy-storage-synchronous-writes -d 'let a copied disk\'s writes wait until the destination has them too'
complete -c vmsh -n '__vmsh_command_is migrate' -l change-protection -d 'refuse changes to the guest\'s definition while it moves'
complete -c vmsh -n '__vmsh_command_is migrate' -l unsafe -d 'migrate even if the guest\'s data may be damaged by it'
complete -c vmsh -n '__vmsh_command_is migrate' -l verbose -d 'show the progress'
complete -c vmsh -n '__vmsh_command_is migrate' -l compressed -d 'compress memory that is sent again'
complete -c vmsh -n '__vmsh_command_is migrate' -l auto-converge -d 'slow the guest down until its memory can be copied'
complete -c vmsh -n '__vmsh_command_is migrate' -l rdma-pin-all -d 'pin all memory before an RDMA migration'
complete -c vmsh -n '__vmsh_command_is migrate' -l abort-on-error -d 'give up when the guest meets an I/O error'
complete -c vmsh -n '__vmsh_command_is migrate' -l postcopy -d 'allow the switch to post-copy'
complete -c vmsh -n '__vmsh_command_is migrate' -l postcopy-after-precopy -d 'switch to post-copy after the first pass over memory'
complete -c vmsh -n '__vmsh_command_is migrate' -l postcopy-resume -d 'resume a post-copy migration that failed'
complete -c vmsh -n '__vmsh_command_is migrate' -l zerocopy -d 'send memory without copying it first; for --parallel'
complete -c vmsh -n '__vmsh_command_is migrate' -l migrateuri -d 'where the source host sends the memory, such as tcp://10.0.0.2' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l graphicsuri -d 'where graphics clients are sent afterwards' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l listen-address -d 'address on which the destination waits for the memory' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l dname -d 'another name for the guest on the destination' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l timeout -d 'seconds after which a live migration is forced to its end' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l timeout-suspend -d 'at the timeout, pause the guest; the usual'
complete -c vmsh -n '__vmsh_command_is migrate' -l timeout-postcopy -d 'at the timeout, switch to post-copy'
complete -c vmsh -n '__vmsh_command_is migrate' -l xml -d 'file with the guest\'s XML for the destination' -r -F
complete -c vmsh -n '__vmsh_command_is migrate' -l migrate-disks -d 'targets of the disks to copy, with commas between them' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l disks-port -d 'port on which the destination takes disks' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l disks-uri -d 'where the source host sends disks' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l comp-methods -d 'ways to compress, with commas between them' -r -a 'xbzrle mt'
complete -c vmsh -n '__vmsh_command_is migrate' -l comp-mt-level -d 'level of mt compression, 0 to 9' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l comp-mt-threads -d 'threads that compress' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l comp-mt-dthreads -d 'threads that decompress' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l comp-xbzrle-cache -d 'bytes of cache for xbzrle compression' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l auto-converge-initial -d 'percent by which --auto-converge first slows the guest' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l auto-converge-increment -d 'percent by which --auto-converge slows it further' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l persistent-xml -d 'file with the XML to define on the destination' -r -F
complete -c vmsh -n '__vmsh_command_is migrate' -l tls -d 'encrypt the guest\'s memory on its way'
complete -c vmsh -n '__vmsh_command_is migrate' -l postcopy-bandwidth -d 'most MiB/s to send after the switch to post-copy' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l parallel -d 'send memory over several connections'
complete -c vmsh -n '__vmsh_command_is migrate' -l parallel-connections -d 'number of connections for --parallel' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l bandwidth -d 'most MiB/s to send' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l tls-destination -d 'name that the destination\'s certificate must carry' -r
complete -c vmsh -n '__vmsh_command_is migrate' -l check -d 'look at both hosts and tell what stands in the way; move nothing'
complete -c vmsh -n '__vmsh_command_is migrate' -l no-check -d 'do not look at both hosts first, as the shell does'
complete -c vmsh -n '__vmsh_command_is migrate' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate' -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate' -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is migrate' -F
complete -c vmsh -n '__vmsh_command_is migrate' -a 'xbzrle mt'

complete -c vmsh -n __vmsh_needs_command -a migrate-compcache -d 'show or set the cache that compresses a guest\'s memory'
complete -c vmsh -n '__vmsh_command_is migrate-compcache' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate-compcache' -l size -d 'bytes of the cache from now on' -r
complete -c vmsh -n '__vmsh_command_is migrate-compcache' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate-compcache' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a migrate-getmaxdowntime -d 'show how long a guest may stand still as it is moved'
complete -c vmsh -n '__vmsh_command_is migrate-getmaxdowntime' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate-getmaxdowntime' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate-getmaxdowntime' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a migrate-getspeed -d 'show how fast a guest may be moved'
complete -c vmsh -n '__vmsh_command_is migrate-getspeed' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate-getspeed' -l postcopy -d 'of what follows the switch to post-copy'
complete -c vmsh -n '__vmsh_command_is migrate-getspeed' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate-getspeed' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a migrate-postcopy -d 'switch a guest that is being moved to post-copy'
complete -c vmsh -n '__vmsh_command_is migrate-postcopy' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate-postcopy' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate-postcopy' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a migrate-setmaxdowntime -d 'set how long a guest may stand still as it is moved'
complete -c vmsh -n '__vmsh_command_is migrate-setmaxdowntime' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate-setmaxdowntime' -l downtime -d 'milliseconds for which the guest may stand still' -r
complete -c vmsh -n '__vmsh_command_is migrate-setmaxdowntime' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate-setmaxdowntime' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a migrate-setspeed -d 'limit how fast a guest is moved'
complete -c vmsh -n '__vmsh_command_is migrate-setspeed' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate-setspeed' -l bandwidth -d 'most MiB to send in a second' -r
complete -c vmsh -n '__vmsh_command_is migrate-setspeed' -l postcopy -d 'of what follows the switch to post-copy'
complete -c vmsh -n '__vmsh_command_is migrate-setspeed' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate-setspeed' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a migrate-watch -d 'follow the migration of a guest, whoever started it'
complete -c vmsh -n '__vmsh_command_is migrate-watch' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate-watch' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate-watch' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a migrations -d 'list the migrations under way on all open sessions'
complete -c vmsh -n '__vmsh_command_is migrations' -l sessions -d 'where to look, instead of on all that are open' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is migrations' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrations' -a '(__vmsh_values session)'

complete -c vmsh -n __vmsh_needs_command -a resume -d 'let a guest that stands still go on'
complete -c vmsh -n '__vmsh_command_is resume' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is resume' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is resume' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a shutdown -d 'ask a guest to shut down'
complete -c vmsh -n '__vmsh_command_is shutdown' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is shutdown' -l mode -d 'ways to ask, tried in turn' -r -a 'acpi agent initctl signal paravirt'
complete -c vmsh -n '__vmsh_command_is shutdown' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is shutdown' -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is shutdown' -a 'acpi agent initctl signal paravirt'

complete -c vmsh -n __vmsh_needs_command -a start -d 'start a guest that is not active'
complete -c vmsh -n '__vmsh_command_is start' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is start' -l console -d 'go on to the console of the guest'
complete -c vmsh -n '__vmsh_command_is start' -l paused -d 'let it stand still until it is resumed'
complete -c vmsh -n '__vmsh_command_is start' -l autodestroy -d 'stop it when this session closes'
complete -c vmsh -n '__vmsh_command_is start' -l bypass-cache -d 'read a saved state past the file system\'s cache'
complete -c vmsh -n '__vmsh_command_is start' -l force-boot -d 'boot afresh and drop a saved state'
complete -c vmsh -n '__vmsh_command_is start' -l pass-fds -d 'numbers of open files to hand to the guest: N,M,…' -r
complete -c vmsh -n '__vmsh_command_is start' -l reset-nvram -d 'begin with the firmware\'s first settings'
complete -c vmsh -n '__vmsh_command_is start' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is start' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a suspend -d 'let a guest stand still'
complete -c vmsh -n '__vmsh_command_is suspend' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is suspend' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is suspend' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a undefine -d 'forget the definition of a guest'
complete -c vmsh -n '__vmsh_command_is undefine' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is undefine' -l managed-save -d 'drop its saved state'
complete -c vmsh -n '__vmsh_command_is undefine' -l storage -d 'remove these of its volumes: names in the guest or paths, separated by commas' -r
complete -c vmsh -n '__vmsh_command_is undefine' -l remove-all-storage -d 'remove all of its volumes: their data is lost'
complete -c vmsh -n '__vmsh_command_is undefine' -l delete-storage-volume-snapshots -d 'with --remove-all-storage: snapshots of the volumes, too'
complete -c vmsh -n '__vmsh_command_is undefine' -l wipe-storage -d 'overwrite volumes before they are removed'
complete -c vmsh -n '__vmsh_command_is undefine' -l snapshots-metadata -d 'forget its snapshots; their data stays in the images'
complete -c vmsh -n '__vmsh_command_is undefine' -l checkpoints-metadata -d 'forget its checkpoints'
complete -c vmsh -n '__vmsh_command_is undefine' -l nvram -d 'delete the settings of its firmware'
complete -c vmsh -n '__vmsh_command_is undefine' -l keep-nvram -d 'keep the settings of its firmware'
complete -c vmsh -n '__vmsh_command_is undefine' -l tpm -d 'delete the state of its TPM'
complete -c vmsh -n '__vmsh_command_is undefine' -l keep-tpm -d 'keep the state of its TPM'
complete -c vmsh -n '__vmsh_command_is undefine' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is undefine' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a domblklist -d 'list the disks and drives of a guest'
complete -c vmsh -n '__vmsh_command_is domblklist' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is domblklist' -l inactive -d 'those that the next start uses'
complete -c vmsh -n '__vmsh_command_is domblklist' -l details -d 'types and kinds of devices, too'
complete -c vmsh -n '__vmsh_command_is domblklist' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is domblklist' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a dominfo -d 'show the basics of a guest'
complete -c vmsh -n '__vmsh_command_is dominfo' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is dominfo' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is dominfo' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a domstate -d 'show the state of a guest'
complete -c vmsh -n '__vmsh_command_is domstate' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is domstate' -l reason -d 'what led to the state, too'
complete -c vmsh -n '__vmsh_command_is domstate' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is domstate' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a domstats -d 'show statistics of guests'
complete -c vmsh -n '__vmsh_command_is domstats' -l state -d 'state of the guest'
complete -c vmsh -n '__vmsh_command_is domstats' -l cpu-total -d 'processor time on the host'
complete -c vmsh -n '__vmsh_command_is domstats' -l balloon -d 'memory given and taken'
complete -c vmsh -n '__vmsh_command_is domstats' -l vcpu -d 'each virtual processor'
complete -c vmsh -n '__vmsh_command_is domstats' -l interface -d 'each network interface'
complete -c vmsh -n '__vmsh_command_is domstats' -l block -d 'each disk'
complete -c vmsh -n '__vmsh_command_is domstats' -l perf -d 'counters of the processor'
complete -c vmsh -n '__vmsh_command_is domstats' -l iothread -d 'threads for input and output'
complete -c vmsh -n '__vmsh_command_is domstats' -l memory -d 'memory bandwidth'
complete -c vmsh -n '__vmsh_command_is domstats' -l dirtyrate -d 'how fast memory is written to'
complete -c vmsh -n '__vmsh_command_is domstats' -l vm -d 'what only this kind of hypervisor knows'
complete -c vmsh -n '__vmsh_command_is domstats' -l list-active -d 'only active guests'
complete -c vmsh -n '__vmsh_command_is domstats' -l list-inactive -d 'only guests that are not active'
complete -c vmsh -n '__vmsh_command_is domstats' -l list-persistent -d 'only guests with a definition'
complete -c vmsh -n '__vmsh_command_is domstats' -l list-transient -d 'only guests without a definition'
complete -c vmsh -n '__vmsh_command_is domstats' -l list-running -d 'only guests that run'
complete -c vmsh -n '__vmsh_command_is domstats' -l list-paused -d 'only guests that stand still'
complete -c vmsh -n '__vmsh_command_is domstats' -l list-shutoff -d 'only guests that are shut off'
complete -c vmsh -n '__vmsh_command_is domstats' -l list-other -d 'only guests in any other state'
complete -c vmsh -n '__vmsh_command_is domstats' -l raw -d 'as libvirt tells them, which they are anyway'
complete -c vmsh -n '__vmsh_command_is domstats' -l enforce -d 'fail when the host cannot tell what is asked for'
complete -c vmsh -n '__vmsh_command_is domstats' -l backing -d 'images that disks are based on, too'
complete -c vmsh -n '__vmsh_command_is domstats' -l nowait -d 'only what can be told at once'
complete -c vmsh -n '__vmsh_command_is domstats' -l domain -d 'these guests only' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is domstats' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is domstats' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a list -d 'list guests'
complete -c vmsh -n '__vmsh_command_is list' -l inactive -d 'only guests that are not active'
complete -c vmsh -n '__vmsh_command_is list' -l all -d 'active and inactive guests'
complete -c vmsh -n '__vmsh_command_is list' -l transient -d 'guests without a definition'
complete -c vmsh -n '__vmsh_command_is list' -l persistent -d 'guests with a definition'
complete -c vmsh -n '__vmsh_command_is list' -l with-snapshot -d 'guests that have snapshots'
complete -c vmsh -n '__vmsh_command_is list' -l without-snapshot -d 'guests without snapshots'
complete -c vmsh -n '__vmsh_command_is list' -l with-checkpoint -d 'guests that have checkpoints'
complete -c vmsh -n '__vmsh_command_is list' -l without-checkpoint -d 'guests without checkpoints'
complete -c vmsh -n '__vmsh_command_is list' -l state-running -d 'guests that run'
complete -c vmsh -n '__vmsh_command_is list' -l state-paused -d 'guests that stand still'
complete -c vmsh -n '__vmsh_command_is list' -l state-shutoff -d 'guests that are shut off'
complete -c vmsh -n '__vmsh_command_is list' -l state-other -d 'guests in any other state'
complete -c vmsh -n '__vmsh_command_is list' -l autostart -d 'guests that start with the host'
complete -c vmsh -n '__vmsh_command_is list' -l no-autostart -d 'guests that do not start with the host'
complete -c vmsh -n '__vmsh_command_is list' -l with-managed-save -d 'guests with a saved state'
complete -c vmsh -n '__vmsh_command_is list' -l without-managed-save -d 'guests without a saved state'
complete -c vmsh -n '__vmsh_command_is list' -l uuid -d 'UUIDs only'
complete -c vmsh -n '__vmsh_command_is list' -l name -d 'names only'
complete -c vmsh -n '__vmsh_command_is list' -l id -d 'ids only'
complete -c vmsh -n '__vmsh_command_is list' -l table -d 'as a table, which is the default'
complete -c vmsh -n '__vmsh_command_is list' -l managed-save -d 'tell guests with a saved state from others'
complete -c vmsh -n '__vmsh_command_is list' -l title -d 'titles too'
complete -c vmsh -n '__vmsh_command_is list' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a capabilities -d 'show what host and hypervisor can do, as XML'
complete -c vmsh -n '__vmsh_command_is capabilities' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a hostname -d 'show the name of the hypervisor\'s host'
complete -c vmsh -n '__vmsh_command_is hostname' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a nodeinfo -d 'show processors and memory of the host'
complete -c vmsh -n '__vmsh_command_is nodeinfo' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a uri -d 'show what the session is connected to'
complete -c vmsh -n '__vmsh_command_is uri' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a version -d 'show the versions of libvirt and the hypervisor'
complete -c vmsh -n '__vmsh_command_is version' -l daemon -d 'libvirt\'s version at the other end, too'
complete -c vmsh -n '__vmsh_command_is version' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a net-autostart -d 'start a network with its host'
complete -c vmsh -n '__vmsh_command_is net-autostart' -l network -d 'name or UUID of the network' -r -a '(__vmsh_values network)'
complete -c vmsh -n '__vmsh_command_is net-autostart' -l disable -d 'do not start it with the host any more'
complete -c vmsh -n '__vmsh_command_is net-autostart' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is net-autostart' -a '(__vmsh_values network)'

complete -c vmsh -n __vmsh_needs_command -a net-define -d 'make a network known, or change it, from XML'
complete -c vmsh -n '__vmsh_command_is net-define' -l file -d 'file with the definition as XML' -r -F
complete -c vmsh -n '__vmsh_command_is net-define' -l validate -d 'refuse XML that does not fit libvirt\'s schema'
complete -c vmsh -n '__vmsh_command_is net-define' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is net-define' -F

complete -c vmsh -n __vmsh_needs_command -a net-destroy -d 'stop a network; its definition stays'
complete -c vmsh -n '__vmsh_command_is net-destroy' -l network -d 'name or UUID of the network' -r -a '(__vmsh_values network)'
complete -c vmsh -n '__vmsh_command_is net-destroy' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is net-destroy' -a '(__vmsh_values network)'

complete -c vmsh -n __vmsh_needs_command -a net-dumpxml -d 'show the description of a network as XML'
complete -c vmsh -n '__vmsh_command_is net-dumpxml' -l network -d 'name or UUID of the network' -r -a '(__vmsh_values network)'
complete -c vmsh -n '__vmsh_command_is net-dumpxml' -l inactive -d 'what the next start uses, not what runs'
complete -c vmsh -n '__vmsh_command_is net-dumpxml' -l xpath -d 'show only what this XPath expression finds' -r
complete -c vmsh -n '__vmsh_command_is net-dumpxml' -l wrap -d 'put what --xpath finds below one root element'
complete -c vmsh -n '__vmsh_command_is net-dumpxml' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is net-dumpxml' -a '(__vmsh_values network)'

complete -c vmsh -n __vmsh_needs_command -a net-info -d 'show the basics of a network'
complete -c vmsh -n '__vmsh_command_is net-info' -l network -d 'name or UUID of the network' -r -a '(__vmsh_values network)'
complete -c vmsh -n '__vmsh_command_is net-info' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is net-info' -a '(__vmsh_values network)'

complete -c vmsh -n __vmsh_needs_command -a net-list -d 'list virtual networks'
complete -c vmsh -n '__vmsh_command_is net-list' -l inactive -d 'only networks that are not active'
complete -c vmsh -n '__vmsh_command_is net-list' -l all -d 'active and inactive networks'
complete -c vmsh -n '__vmsh_command_is net-list' -l persistent -d 'only networks with a lasting definition'
complete -c vmsh -n '__vmsh_command_is net-list' -l transient -d 'only networks without a lasting definition'
complete -c vmsh -n '__vmsh_command_is net-list' -l autostart -d 'only networks that start with the host'
complete -c vmsh -n '__vmsh_command_is net-list' -l no-autostart -d 'only networks that do not start with the host'
complete -c vmsh -n '__vmsh_command_is net-list' -l uuid -d 'UUIDs only'
complete -c vmsh -n '__vmsh_command_is net-list' -l name -d 'names only'
complete -c vmsh -n '__vmsh_command_is net-list' -l table -d 'as a table, which is the default'
complete -c vmsh -n '__vmsh_command_is net-list' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a net-start -d 'start a network that is defined'
complete -c vmsh -n '__vmsh_command_is net-start' -l network -d 'name or UUID of the network' -r -a '(__vmsh_values network)'
complete -c vmsh -n '__vmsh_command_is net-start' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is net-start' -a '(__vmsh_values network)'

complete -c vmsh -n __vmsh_needs_command -a snapshot-create-as -d 'take a snapshot of a guest'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l name -d 'name of the snapshot; else the time in seconds' -r
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l description -d 'what it is for' -r
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l print-xml -d 'show the XML and do nothing'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l no-metadata -d 'libvirt does not remember it'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l halt -d 'stop the guest when it is taken'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l disk-only -d 'disks without memory'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l reuse-external -d 'take files that are there already'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l quiesce -d 'have the guest\'s agent write everything out first'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l atomic -d 'all disks or none'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l live -d 'the guest runs on while its memory is saved'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l validate -d 'hold the XML against libvirt\'s schema first'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l memspec -d 'where memory goes: [file=]path[,snapshot=type]' -r
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l diskspec -d 'where a disk goes: disk[,snapshot=type][,driver=type][,stype=type][,file=path]' -r
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is snapshot-create-as' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a snapshot-delete -d 'delete a snapshot of a guest'
complete -c vmsh -n '__vmsh_command_is snapshot-delete' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is snapshot-delete' -l snapshotname -d 'name of the snapshot' -r
complete -c vmsh -n '__vmsh_command_is snapshot-delete' -l current -d 'the one that the guest\'s state is based on'
complete -c vmsh -n '__vmsh_command_is snapshot-delete' -l children -d 'and all that were taken after it'
complete -c vmsh -n '__vmsh_command_is snapshot-delete' -l children-only -d 'only those that were taken after it'
complete -c vmsh -n '__vmsh_command_is snapshot-delete' -l metadata -d 'only forget it; its data stays in the images'
complete -c vmsh -n '__vmsh_command_is snapshot-delete' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is snapshot-delete' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a snapshot-list -d 'list the snapshots of a guest'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l parent -d 'with the snapshot that each was taken after'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l roots -d 'only those without a parent'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l leaves -d 'only those that none was taken after'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l no-leaves -d 'only those that others were taken after'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l metadata -d 'only those that libvirt remembers'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l no-metadata -d 'only those that libvirt does not remember'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l inactive -d 'only those of the stopped guest'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l active -d 'only those of the running guest, with its memory'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l disk-only -d 'only those of its disks alone'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l internal -d 'only those inside its images'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l external -d 'only those in files of their own'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l tree -d 'as a tree'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l from -d 'only those that were taken right after this one' -r
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l current -d 'the one that the guest\'s state is based on'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l descendants -d 'with --from: and after those, and so on'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l name -d 'names only'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l topological -d 'parents before children'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is snapshot-list' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a find-storage-pool-sources-as -d 'show what storage pools could be made of'
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources-as' -l type -d 'type of the pools to come' -r -a 'netfs iscsi logical gluster'
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources-as' -l host -d 'host to ask' -r
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources-as' -l port -d 'its port; only with a host' -r
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources-as' -l initiator -d 'iSCSI name to introduce ourselves with; only with a host' -r
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources-as' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources-as' -a 'netfs iscsi logical gluster'

complete -c vmsh -n __vmsh_needs_command -a find-storage-pool-sources -d 'show what storage pools could be made of'
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources' -l type -d 'type of the pools to come' -r -a 'netfs iscsi logical gluster'
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources' -l srcSpec -d 'file with XML that says where to look' -r -F
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources' -a 'netfs iscsi logical gluster'
complete -c vmsh -n '__vmsh_command_is find-storage-pool-sources' -F

complete -c vmsh -n __vmsh_needs_command -a pool-autostart -d 'start a storage pool with its host'
complete -c vmsh -n '__vmsh_command_is pool-autostart' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-autostart' -l disable -d 'do not start it with the host any more'
complete -c vmsh -n '__vmsh_command_is pool-autostart' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-autostart' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-build -d 'make what a storage pool stands on'
complete -c vmsh -n '__vmsh_command_is pool-build' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-build' -l no-overwrite -d 'refuse to build where there is data already'
complete -c vmsh -n '__vmsh_command_is pool-build' -l overwrite -d 'build over data that is there'
complete -c vmsh -n '__vmsh_command_is pool-build' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-build' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-create-as -d 'start a storage pool from options'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l name -d 'name of the pool' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l type -d 'what keeps its data: a folder, a volume group, …' -r -a 'dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l print-xml -d 'show the XML and do nothing'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l source-host -d 'host that the storage is on' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l source-path -d 'folder on that host' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l source-dev -d 'device that the storage is on' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l source-name -d 'name of the storage, such as a volume group\'s' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l target -d 'where the pool appears on the host' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l source-format -d 'format of the storage: filesystem or partition table' -r -a 'auto nfs glusterfs cifs ext2 ext3 ext4 xfs gfs2 ocfs2 vfat iso9660 lvm2 dos gpt mac bsd sun dvh pc98'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l auth-type -d 'how to log in to the storage' -r -a 'chap ceph'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l auth-username -d 'user to log in as' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l secret-usage -d 'usage of the libvirt secret that holds the password' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l secret-uuid -d 'UUID of the libvirt secret that holds the password' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l adapter-name -d 'SCSI host adapter' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l adapter-wwnn -d 'node name of a fibre channel adapter' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l adapter-wwpn -d 'port name of a fibre channel adapter' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l adapter-parent -d 'adapter that a virtual one belongs to' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l adapter-parent-wwnn -d 'node name of the adapter that a virtual one belongs to' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l adapter-parent-wwpn -d 'port name of the adapter that a virtual one belongs to' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l adapter-parent-fabric-wwn -d 'fabric of the adapter that a virtual one belongs to' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l source-protocol-ver -d 'NFS version to mount with' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l source-initiator -d 'iSCSI name to introduce ourselves with' -r
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l build -d 'make what it stands on first'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l no-overwrite -d 'refuse to build where there is data already'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l overwrite -d 'build over data that is there'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -a 'dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -a 'auto nfs glusterfs cifs ext2 ext3 ext4 xfs gfs2 ocfs2 vfat iso9660 lvm2 dos gpt mac bsd sun dvh pc98'
complete -c vmsh -n '__vmsh_command_is pool-create-as' -a 'chap ceph'

complete -c vmsh -n __vmsh_needs_command -a pool-create -d 'start a storage pool from an XML file'
complete -c vmsh -n '__vmsh_command_is pool-create' -l file -d 'file with the description of the pool as XML' -r -F
complete -c vmsh -n '__vmsh_command_is pool-create' -l build -d 'make what it stands on first'
complete -c vmsh -n '__vmsh_command_is pool-create' -l no-overwrite -d 'refuse to build where there is data already'
complete -c vmsh -n '__vmsh_command_is pool-create' -l overwrite -d 'build over data that is there'
complete -c vmsh -n '__vmsh_command_is pool-create' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-create' -F

complete -c vmsh -n __vmsh_needs_command -a pool-define-as -d 'define a storage pool from options'
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l name -d 'name of the pool' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l type -d 'what keeps its data: a folder, a volume group, …' -r -a 'dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage'
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l print-xml -d 'show the XML and do nothing'
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l source-host -d 'host that the storage is on' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l source-path -d 'folder on that host' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l source-dev -d 'device that the storage is on' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l source-name -d 'name of the storage, such as a volume group\'s' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l target -d 'where the pool appears on the host' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l source-format -d 'format of the storage: filesystem or partition table' -r -a 'auto nfs glusterfs cifs ext2 ext3 ext4 xfs gfs2 ocfs2 vfat iso9660 lvm2 dos gpt mac bsd sun dvh pc98'
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l auth-type -d 'how to log in to the storage' -r -a 'chap ceph'
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l auth-username -d 'user to log in as' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l secret-usage -d 'usage of the libvirt secret that holds the password' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l secret-uuid -d 'UUID of the libvirt secret that holds the password' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l adapter-name -d 'SCSI host adapter' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l adapter-wwnn -d 'node name of a fibre channel adapter' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l adapter-wwpn -d 'port name of a fibre channel adapter' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l adapter-parent -d 'adapter that a virtual one belongs to' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l adapter-parent-wwnn -d 'node name of the adapter that a virtual one belongs to' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l adapter-parent-wwpn -d 'port name of the adapter that a virtual one belongs to' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l adapter-parent-fabric-wwn -d 'fabric of the adapter that a virtual one belongs to' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l source-protocol-ver -d 'NFS version to mount with' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l source-initiator -d 'iSCSI name to introduce ourselves with' -r
complete -c vmsh -n '__vmsh_command_is pool-define-as' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-define-as' -a 'dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage'
complete -c vmsh -n '__vmsh_command_is pool-define-as' -a 'auto nfs glusterfs cifs ext2 ext3 ext4 xfs gfs2 ocfs2 vfat iso9660 lvm2 dos gpt mac bsd sun dvh pc98'
complete -c vmsh -n '__vmsh_command_is pool-define-as' -a 'chap ceph'

complete -c vmsh -n __vmsh_needs_command -a pool-define -d 'define a storage pool, or change it, from an XML file'
complete -c vmsh -n '__vmsh_command_is pool-define' -l file -d 'file with the description of the pool as XML' -r -F
complete -c vmsh -n '__vmsh_command_is pool-define' -l validate -d 'refuse XML that does not fit libvirt\'s schema'
complete -c vmsh -n '__vmsh_command_is pool-define' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-define' -F

complete -c vmsh -n __vmsh_needs_command -a pool-delete -d 'delete what a storage pool stands on, with all its data'
complete -c vmsh -n '__vmsh_command_is pool-delete' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-delete' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-delete' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-destroy -d 'stop a storage pool; its data stays'
complete -c vmsh -n '__vmsh_command_is pool-destroy' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-destroy' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-destroy' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-dumpxml -d 'show the description of a storage pool as XML'
complete -c vmsh -n '__vmsh_command_is pool-dumpxml' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-dumpxml' -l inactive -d 'what the next start uses, not what runs'
complete -c vmsh -n '__vmsh_command_is pool-dumpxml' -l xpath -d 'show only what this XPath expression finds' -r
complete -c vmsh -n '__vmsh_command_is pool-dumpxml' -l wrap -d 'put what --xpath finds below one root element'
complete -c vmsh -n '__vmsh_command_is pool-dumpxml' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-dumpxml' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-edit -d 'change the definition of a storage pool in an editor'
complete -c vmsh -n '__vmsh_command_is pool-edit' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-edit' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-edit' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-info -d 'show the basics of a storage pool'
complete -c vmsh -n '__vmsh_command_is pool-info' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-info' -l bytes -d 'sizes in bytes'
complete -c vmsh -n '__vmsh_command_is pool-info' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-info' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-list -d 'list storage pools'
complete -c vmsh -n '__vmsh_command_is pool-list' -l inactive -d 'only pools that are not active'
complete -c vmsh -n '__vmsh_command_is pool-list' -l all -d 'active and inactive pools'
complete -c vmsh -n '__vmsh_command_is pool-list' -l transient -d 'only pools without a lasting definition'
complete -c vmsh -n '__vmsh_command_is pool-list' -l persistent -d 'only pools with a lasting definition'
complete -c vmsh -n '__vmsh_command_is pool-list' -l autostart -d 'only pools that start with the host'
complete -c vmsh -n '__vmsh_command_is pool-list' -l no-autostart -d 'only pools that do not start with the host'
complete -c vmsh -n '__vmsh_command_is pool-list' -l type -d 'only pools of these types, separated by commas' -r -a 'dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage'
complete -c vmsh -n '__vmsh_command_is pool-list' -l details -d 'with state and sizes'
complete -c vmsh -n '__vmsh_command_is pool-list' -l uuid -d 'UUIDs only'
complete -c vmsh -n '__vmsh_command_is pool-list' -l name -d 'names only'
complete -c vmsh -n '__vmsh_command_is pool-list' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-list' -a 'dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage'

complete -c vmsh -n __vmsh_needs_command -a pool-name -d 'show the name of the storage pool with a UUID'
complete -c vmsh -n '__vmsh_command_is pool-name' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-name' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-name' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-refresh -d 'look for the volumes of a storage pool anew'
complete -c vmsh -n '__vmsh_command_is pool-refresh' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-refresh' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-refresh' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-start -d 'start a storage pool'
complete -c vmsh -n '__vmsh_command_is pool-start' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-start' -l build -d 'make what it stands on first'
complete -c vmsh -n '__vmsh_command_is pool-start' -l no-overwrite -d 'refuse to build where there is data already'
complete -c vmsh -n '__vmsh_command_is pool-start' -l overwrite -d 'build over data that is there'
complete -c vmsh -n '__vmsh_command_is pool-start' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-start' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-undefine -d 'forget the definition of a storage pool; its data stays'
complete -c vmsh -n '__vmsh_command_is pool-undefine' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-undefine' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-undefine' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-uuid -d 'show the UUID of the storage pool with a name'
complete -c vmsh -n '__vmsh_command_is pool-uuid' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-uuid' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-uuid' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a pool-event -d 'wait for events of storage pools'
complete -c vmsh -n '__vmsh_command_is pool-event' -l pool -d 'only events of this pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-event' -l event -d 'kind of events to wait for' -r -a 'lifecycle refresh'
complete -c vmsh -n '__vmsh_command_is pool-event' -l loop -d 'go on after the first event'
complete -c vmsh -n '__vmsh_command_is pool-event' -l timeout -d 'seconds to wait at most' -r
complete -c vmsh -n '__vmsh_command_is pool-event' -l list -d 'show the kinds of events'
complete -c vmsh -n '__vmsh_command_is pool-event' -l timestamp -d 'with the time of each event, in UTC'
complete -c vmsh -n '__vmsh_command_is pool-event' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-event' -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-event' -a 'lifecycle refresh'

complete -c vmsh -n __vmsh_needs_command -a pool-capabilities -d 'show which kinds of storage pools a host can have'
complete -c vmsh -n '__vmsh_command_is pool-capabilities' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a vol-create-as -d 'create a storage volume from options'
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l name -d 'name of the volume' -r
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l capacity -d 'its size; bytes unless a unit is given, as in 20G' -r
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l allocation -d 'what of it to take from the pool at once, likewise' -r
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l format -d 'format of its file' -r -a 'raw qcow2 qed qcow vmdk vdi vpc bochs cloop dmg iso'
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l backing-vol -d 'name, key or path of the volume that it holds changes to' -r
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l backing-vol-format -d 'format of that volume' -r -a 'raw qcow2 qed qcow vmdk vdi vpc bochs cloop dmg iso'
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l prealloc-metadata -d 'write the tables of a qcow2 file in full at once'
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l print-xml -d 'show the XML and do nothing'
complete -c vmsh -n '__vmsh_command_is vol-create-as' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is vol-create-as' -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is vol-create-as' -a 'raw qcow2 qed qcow vmdk vdi vpc bochs cloop dmg iso'

complete -c vmsh -n __vmsh_needs_command -a vol-delete -d 'delete a storage volume with its data'
complete -c vmsh -n '__vmsh_command_is vol-delete' -l vol -d 'name, key or path of the volume' -r
complete -c vmsh -n '__vmsh_command_is vol-delete' -l pool -d 'name or UUID of its pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is vol-delete' -l delete-snapshots -d 'with the snapshots it has in its pool, where the pool keeps any'
complete -c vmsh -n '__vmsh_command_is vol-delete' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is vol-delete' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a vol-info -d 'show the basics of a storage volume'
complete -c vmsh -n '__vmsh_command_is vol-info' -l vol -d 'name, key or path of the volume' -r
complete -c vmsh -n '__vmsh_command_is vol-info' -l pool -d 'name or UUID of its pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is vol-info' -l bytes -d 'sizes in bytes'
complete -c vmsh -n '__vmsh_command_is vol-info' -l physical -d 'the size of its file or device instead of its allocation'
complete -c vmsh -n '__vmsh_command_is vol-info' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is vol-info' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a vol-list -d 'list the volumes of a storage pool'
complete -c vmsh -n '__vmsh_command_is vol-list' -l pool -d 'name or UUID of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is vol-list' -l details -d 'with types and sizes'
complete -c vmsh -n '__vmsh_command_is vol-list' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is vol-list' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a vol-path -d 'show where a storage volume is'
complete -c vmsh -n '__vmsh_command_is vol-path' -l vol -d 'name, key or path of the volume' -r
complete -c vmsh -n '__vmsh_command_is vol-path' -l pool -d 'name or UUID of its pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is vol-path' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is vol-path' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a cd -d 'change the working folder'
complete -c vmsh -n '__vmsh_command_is cd' -l dir -d 'the folder; the home folder without it' -r -F
complete -c vmsh -n '__vmsh_command_is cd' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is cd' -F

complete -c vmsh -n __vmsh_needs_command -a echo -d 'show how words are read'
complete -c vmsh -n '__vmsh_command_is echo' -l shell -d 'quote each word for a POSIX shell'
complete -c vmsh -n '__vmsh_command_is echo' -l xml -d 'escape each word for XML'
complete -c vmsh -n '__vmsh_command_is echo' -l split -d 'split each word at its commas; two commas stand for one'
complete -c vmsh -n '__vmsh_command_is echo' -l err -d 'show the words as an error'
complete -c vmsh -n '__vmsh_command_is echo' -l string -d 'the words' -r
complete -c vmsh -n '__vmsh_command_is echo' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a exit -d 'leave the shell'
complete -c vmsh -n '__vmsh_command_is exit' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a help -d 'show what there is, or how a command is used'
complete -c vmsh -n '__vmsh_command_is help' -l command -d 'a command, or the keyword of a group' -r -a '(__vmsh_values command)'
complete -c vmsh -n '__vmsh_command_is help' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is help' -a '(__vmsh_values command)'

complete -c vmsh -n __vmsh_needs_command -a pwd -d 'show the working folder'
complete -c vmsh -n '__vmsh_command_is pwd' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a quit -d 'leave the shell'
complete -c vmsh -n '__vmsh_command_is quit' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a connect -d 'open a session and make it the current one'
complete -c vmsh -n '__vmsh_command_is connect' -l name -d 'name of the session; without a URI, the URI itself' -r
complete -c vmsh -n '__vmsh_command_is connect' -l readonly -d 'open it for looking only'
complete -c vmsh -n '__vmsh_command_is connect' -l uri -d 'URI to open, or a session to open anew' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is connect' -l tag -d 'tags for selectors such as @prod, separated by commas' -r
complete -c vmsh -n '__vmsh_command_is connect' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is connect' -a '(__vmsh_values session)'

complete -c vmsh -n __vmsh_needs_command -a sessions -d 'list sessions with their states'
complete -c vmsh -n '__vmsh_command_is sessions' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a use -d 'make a session the current one'
complete -c vmsh -n '__vmsh_command_is use' -l session -d 'name of the session' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is use' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is use' -a '(__vmsh_values session)'

complete -c vmsh -n __vmsh_needs_command -a disconnect -d 'close sessions'
complete -c vmsh -n '__vmsh_command_is disconnect' -l session -d 'which sessions; without it, the current one' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is disconnect' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is disconnect' -a '(__vmsh_values session)'

complete -c vmsh -n __vmsh_needs_command -a on -d 'run a statement on several sessions at once'
complete -c vmsh -n '__vmsh_command_is on' -l sessions -d 'kvm1, kvm1,kvm2, @tag, web* or all' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is on' -l statement -d 'what to run there; several statements as one quoted word' -r
complete -c vmsh -n '__vmsh_command_is on' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is on' -a '(__vmsh_values session)'

complete -c vmsh -n __vmsh_needs_command -a cold-restart -d 'shut a guest off and start it again'
complete -c vmsh -n '__vmsh_command_is cold-restart' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is cold-restart' -l timeout -d 'seconds to wait for the guest to shut down (120)' -r
complete -c vmsh -n '__vmsh_command_is cold-restart' -l destroy -d 'cut its power when it has not shut down in time; what it has not written is lost'
complete -c vmsh -n '__vmsh_command_is cold-restart' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is cold-restart' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a disk-cache -d 'change the cache mode of a guest\'s disk'
complete -c vmsh -n '__vmsh_command_is disk-cache' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is disk-cache' -l target -d 'the disk, such as vda' -r
complete -c vmsh -n '__vmsh_command_is disk-cache' -l mode -d 'the cache mode from the next cold start on' -r -a 'none directsync writethrough writeback unsafe default'
complete -c vmsh -n '__vmsh_command_is disk-cache' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is disk-cache' -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is disk-cache' -a 'none directsync writethrough writeback unsafe default'

complete -c vmsh -n __vmsh_needs_command -a explain -d 'tell more about why something fails'
complete -c vmsh -n '__vmsh_command_is explain' -l code -d 'what to explain, such as unsafe-cache' -r -a 'unsafe unsafe-storage unsafe-cache storage-missing backing-missing medium-missing folder-missing pool-missing pool-inactive volume-missing copy-needs-pool copy-needs-overlay copy-size network-missing network-inactive bridge-missing cpu-incompatible machine-missing emulator-missing memory-short graphics-address graphics-port listen-address xml-differs not-running has-snapshots block-job transient-disk disk-format device-stays autodestroy migrate-options already-active name-taken uuid-taken same-host host-is-localhost migration-name-unknown migration-port-blocked migration-port-refused p2p-unreachable p2p-ssh-refused p2p-ssh-host-unknown tls-required tls-certificate-missing tls-other-name job-running job-lock cancelled postcopy-failed postcopy-watched postcopy-nothing postcopy-no-abort postcopy-not-allowed recovery source-lost target-lost target-qemu-ended guest-crashed guest-stopped lock-busy image-lock lock-daemon-down lockspace-unknown name-unknown port-refused port-blocked ssh-refused ssh-host-unknown tls-file-missing tls-refused daemon-down'
complete -c vmsh -n '__vmsh_command_is explain' -l all -d 'everything that can be explained, also after a problem'
complete -c vmsh -n '__vmsh_command_is explain' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is explain' -a 'unsafe unsafe-storage unsafe-cache storage-missing backing-missing medium-missing folder-missing pool-missing pool-inactive volume-missing copy-needs-pool copy-needs-overlay copy-size network-missing network-inactive bridge-missing cpu-incompatible machine-missing emulator-missing memory-short graphics-address graphics-port listen-address xml-differs not-running has-snapshots block-job transient-disk disk-format device-stays autodestroy migrate-options already-active name-taken uuid-taken same-host host-is-localhost migration-name-unknown migration-port-blocked migration-port-refused p2p-unreachable p2p-ssh-refused p2p-ssh-host-unknown tls-required tls-certificate-missing tls-other-name job-running job-lock cancelled postcopy-failed postcopy-watched postcopy-nothing postcopy-no-abort postcopy-not-allowed recovery source-lost target-lost target-qemu-ended guest-crashed guest-stopped lock-busy image-lock lock-daemon-down lockspace-unknown name-unknown port-refused port-blocked ssh-refused ssh-host-unknown tls-file-missing tls-refused daemon-down'

complete -c vmsh -n __vmsh_needs_command -a fix -d 'list the ways out of the last problem, or take one'
complete -c vmsh -n '__vmsh_command_is fix' -l number -d 'the way out to take; without it they are listed' -r
complete -c vmsh -n '__vmsh_command_is fix' -l yes -d 'do not ask'
complete -c vmsh -n '__vmsh_command_is fix' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a migrate-recover -d 'find a guest after a broken migration, and tidy up'
complete -c vmsh -n '__vmsh_command_is migrate-recover' -l domain -d 'name or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is migrate-recover' -l on -d 'sessions to look at; else those that are, or were, open' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is migrate-recover' -l dry-run -d 'look, and show the steps; do none of them'
complete -c vmsh -n '__vmsh_command_is migrate-recover' -l yes -d 'do the steps without asking'
complete -c vmsh -n '__vmsh_command_is migrate-recover' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is migrate-recover' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a persist -d 'keep a guest that would be gone when it stops'
complete -c vmsh -n '__vmsh_command_is persist' -l domain -d 'name, id or UUID of the guest' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is persist' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is persist' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a guide -d 'set hosts up step by step'
complete -c vmsh -n '__vmsh_command_is guide' -l topic -d 'which guide; without it they are listed' -r -a 'shared-storage ssh-keys migration-network locking unsafe-migration'
complete -c vmsh -n '__vmsh_command_is guide' -l domain -d 'the guest, for unsafe-migration' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is guide' -l destination -d 'the session it is to move to, for unsafe-migration' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is guide' -l on -d 'the sessions whose hosts are set up' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is guide' -l check -d 'only look; exit code 4 when something is missing'
complete -c vmsh -n '__vmsh_command_is guide' -l dry-run -d 'show every change and make none'
complete -c vmsh -n '__vmsh_command_is guide' -l apply -d 'make every change that is missing'
complete -c vmsh -n '__vmsh_command_is guide' -l undo -d 'take back what this guide has changed'
complete -c vmsh -n '__vmsh_command_is guide' -l yes -d 'do not ask'
complete -c vmsh -n '__vmsh_command_is guide' -l sudo -d 'act by \'sudo -n\' on hosts where the user is not root'
complete -c vmsh -n '__vmsh_command_is guide' -l server -d 'shared-storage: the NFS server, a session or a name for ssh' -r
complete -c vmsh -n '__vmsh_command_is guide' -l export -d 'shared-storage: the folder it exports' -r
complete -c vmsh -n '__vmsh_command_is guide' -l pool -d 'shared-storage: the pool\'s name on every host' -r
complete -c vmsh -n '__vmsh_command_is guide' -l target -d 'shared-storage: where it is mounted on every host (/var/lib/libvirt/POOL)' -r
complete -c vmsh -n '__vmsh_command_is guide' -l network -d 'shared-storage: who may mount it, as 10.0.0.0/24 or a,b; \'hosts\', the default, for the hosts alone' -r
complete -c vmsh -n '__vmsh_command_is guide' -l migration-network -d 'migration-network: the network that memory is to take, as 10.1.0.0/24; each host\'s address in it is told for --migrateuri' -r
complete -c vmsh -n '__vmsh_command_is guide' -l file-lockspace -d 'folder for the leases of files, on storage that all hosts mount' -r
complete -c vmsh -n '__vmsh_command_is guide' -l lvm-lockspace -d 'folder for the leases of logical volumes, on storage that all hosts mount' -r
complete -c vmsh -n '__vmsh_command_is guide' -l scsi-lockspace -d 'folder for the leases of SCSI devices, on storage that all hosts mount' -r
complete -c vmsh -n '__vmsh_command_is guide' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is guide' -a 'shared-storage ssh-keys migration-network locking unsafe-migration'
complete -c vmsh -n '__vmsh_command_is guide' -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is guide' -a '(__vmsh_values session)'

complete -c vmsh -n __vmsh_needs_command -a pool-check -d 'look whether a pool is the same on several hosts'
complete -c vmsh -n '__vmsh_command_is pool-check' -l pool -d 'name of the pool' -r -a '(__vmsh_values pool)'
complete -c vmsh -n '__vmsh_command_is pool-check' -l on -d 'the sessions whose pools are compared' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is pool-check' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is pool-check' -a '(__vmsh_values pool)'

complete -c vmsh -n __vmsh_needs_command -a evacuate -d 'move all guests of a host to others, or back'
complete -c vmsh -n '__vmsh_command_is evacuate' -l session -d 'the host to empty' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is evacuate' -l to -d 'sessions to move to; all others when not given' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is evacuate' -l jobs -d 'most moves at once; a target takes two at most' -r
complete -c vmsh -n '__vmsh_command_is evacuate' -l include -d 'only guests with such names: web*, db?, several with commas' -r
complete -c vmsh -n '__vmsh_command_is evacuate' -l exclude -d 'no guests with such names' -r
complete -c vmsh -n '__vmsh_command_is evacuate' -l offline-too -d 'move the definitions of guests that are off, too'
complete -c vmsh -n '__vmsh_command_is evacuate' -l dry-run -d 'show who would go where, and move nothing'
complete -c vmsh -n '__vmsh_command_is evacuate' -l retry -d 'other targets to try for a guest that could not go to the first (1)' -r
complete -c vmsh -n '__vmsh_command_is evacuate' -l return -d 'bring the guests back that left this host by evacuate'
complete -c vmsh -n '__vmsh_command_is evacuate' -l resume -d 'go on with one that was interrupted or cut off'
complete -c vmsh -n '__vmsh_command_is evacuate' -l yes -d 'do not ask'
complete -c vmsh -n '__vmsh_command_is evacuate' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is evacuate' -a '(__vmsh_values session)'

complete -c vmsh -n __vmsh_needs_command -a lock-disable -d 'take back what lock-enable has changed'
complete -c vmsh -n '__vmsh_command_is lock-disable' -l on -d 'the sessions whose hosts share storage' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is lock-disable' -l yes -d 'do not ask'
complete -c vmsh -n '__vmsh_command_is lock-disable' -l sudo -d 'act by \'sudo -n\' on hosts where the user is not root'
complete -c vmsh -n '__vmsh_command_is lock-disable' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a lock-enable -d 'have virtlockd lock the disks of guests on several hosts'
complete -c vmsh -n '__vmsh_command_is lock-enable' -l manager -d 'the lock manager: lockd' -r -a 'lockd'
complete -c vmsh -n '__vmsh_command_is lock-enable' -l file-lockspace -d 'folder for the leases of files, on storage that all hosts mount' -r
complete -c vmsh -n '__vmsh_command_is lock-enable' -l lvm-lockspace -d 'folder for the leases of logical volumes, on storage that all hosts mount' -r
complete -c vmsh -n '__vmsh_command_is lock-enable' -l scsi-lockspace -d 'folder for the leases of SCSI devices, on storage that all hosts mount' -r
complete -c vmsh -n '__vmsh_command_is lock-enable' -l on -d 'the sessions whose hosts share storage' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is lock-enable' -l check -d 'only look; exit code 4 when something is missing'
complete -c vmsh -n '__vmsh_command_is lock-enable' -l dry-run -d 'show every change and make none'
complete -c vmsh -n '__vmsh_command_is lock-enable' -l apply -d 'make every change that is missing'
complete -c vmsh -n '__vmsh_command_is lock-enable' -l undo -d 'take back what this guide has changed'
complete -c vmsh -n '__vmsh_command_is lock-enable' -l yes -d 'do not ask'
complete -c vmsh -n '__vmsh_command_is lock-enable' -l sudo -d 'act by \'sudo -n\' on hosts where the user is not root'
complete -c vmsh -n '__vmsh_command_is lock-enable' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a lock-holder -d 'find who holds a disk or a guest'
complete -c vmsh -n '__vmsh_command_is lock-holder' -l what -d 'a disk\'s path, a guest, or a name out of an error' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is lock-holder' -l on -d 'the sessions whose hosts are looked at; all without it' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is lock-holder' -l sudo -d 'look by \'sudo -n\' on hosts where the user is not root'
complete -c vmsh -n '__vmsh_command_is lock-holder' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is lock-holder' -a '(__vmsh_values domain)'

complete -c vmsh -n __vmsh_needs_command -a lock-status -d 'show how hosts lock disks, and whether the locks protect'
complete -c vmsh -n '__vmsh_command_is lock-status' -l on -d 'the sessions whose hosts are looked at; all without it' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is lock-status' -l sudo -d 'look by \'sudo -n\' on hosts where the user is not root'
complete -c vmsh -n '__vmsh_command_is lock-status' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a lock-test -d 'prove that a guest cannot run on two hosts'
complete -c vmsh -n '__vmsh_command_is lock-test' -l domain -d 'a guest that runs on the first host' -r -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is lock-test' -l running-on -d 'the session it runs on' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is lock-test' -l refused-by -d 'the session that must refuse it' -r -a '(__vmsh_values session)'
complete -c vmsh -n '__vmsh_command_is lock-test' -l sudo -d 'look by \'sudo -n\' on hosts where the user is not root'
complete -c vmsh -n '__vmsh_command_is lock-test' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is lock-test' -a '(__vmsh_values domain)'
complete -c vmsh -n '__vmsh_command_is lock-test' -a '(__vmsh_values session)'

complete -c vmsh -n __vmsh_needs_command -a expect-error -d 'run a statement that must fail for this reason'
complete -c vmsh -n '__vmsh_command_is expect-error' -l code -d 'a code of \'explain\', or the name of a libvirt error; a colon may stand behind it' -r -a 'unsafe unsafe-storage unsafe-cache storage-missing backing-missing medium-missing folder-missing pool-missing pool-inactive volume-missing copy-needs-pool copy-needs-overlay copy-size network-missing network-inactive bridge-missing cpu-incompatible machine-missing emulator-missing memory-short graphics-address graphics-port listen-address xml-differs not-running has-snapshots block-job transient-disk disk-format device-stays autodestroy migrate-options already-active name-taken uuid-taken same-host host-is-localhost migration-name-unknown migration-port-blocked migration-port-refused p2p-unreachable p2p-ssh-refused p2p-ssh-host-unknown tls-required tls-certificate-missing tls-other-name job-running job-lock cancelled postcopy-failed postcopy-watched postcopy-nothing postcopy-no-abort postcopy-not-allowed recovery source-lost target-lost target-qemu-ended guest-crashed guest-stopped lock-busy image-lock lock-daemon-down lockspace-unknown name-unknown port-refused port-blocked ssh-refused ssh-host-unknown tls-file-missing tls-refused daemon-down'
complete -c vmsh -n '__vmsh_command_is expect-error' -l statement -d 'the statement' -r
complete -c vmsh -n '__vmsh_command_is expect-error' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is expect-error' -a 'unsafe unsafe-storage unsafe-cache storage-missing backing-missing medium-missing folder-missing pool-missing pool-inactive volume-missing copy-needs-pool copy-needs-overlay copy-size network-missing network-inactive bridge-missing cpu-incompatible machine-missing emulator-missing memory-short graphics-address graphics-port listen-address xml-differs not-running has-snapshots block-job transient-disk disk-format device-stays autodestroy migrate-options already-active name-taken uuid-taken same-host host-is-localhost migration-name-unknown migration-port-blocked migration-port-refused p2p-unreachable p2p-ssh-refused p2p-ssh-host-unknown tls-required tls-certificate-missing tls-other-name job-running job-lock cancelled postcopy-failed postcopy-watched postcopy-nothing postcopy-no-abort postcopy-not-allowed recovery source-lost target-lost target-qemu-ended guest-crashed guest-stopped lock-busy image-lock lock-daemon-down lockspace-unknown name-unknown port-refused port-blocked ssh-refused ssh-host-unknown tls-file-missing tls-refused daemon-down'

complete -c vmsh -n __vmsh_needs_command -a history -d 'show or save the lines typed in the shell'
complete -c vmsh -n '__vmsh_command_is history' -l last -d 'only so many lines, the newest' -r
complete -c vmsh -n '__vmsh_command_is history' -l save -d 'write the lines to this file, as a script' -r -F
complete -c vmsh -n '__vmsh_command_is history' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a journal -d 'show the journal of a script that was run'
complete -c vmsh -n '__vmsh_command_is journal' -l action -d 'what to do with it' -r -a 'show'
complete -c vmsh -n '__vmsh_command_is journal' -l id -d 'the journal, as \'journals\' lists it; else the newest' -r
complete -c vmsh -n '__vmsh_command_is journal' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is journal' -a 'show'

complete -c vmsh -n __vmsh_needs_command -a journals -d 'list the journals of scripts that were run, newest first'
complete -c vmsh -n '__vmsh_command_is journals' -l output -d 'form of the output' -r -a 'table json yaml csv'

complete -c vmsh -n __vmsh_needs_command -a record -d 'write what is done from now on as a script'
complete -c vmsh -n '__vmsh_command_is record' -l file -d 'the script to write, usually *.vmsh' -r -F
complete -c vmsh -n '__vmsh_command_is record' -l stop -d 'end the recording'
complete -c vmsh -n '__vmsh_command_is record' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is record' -F

complete -c vmsh -n __vmsh_needs_command -a run -d 'run the statements of a file'
complete -c vmsh -n '__vmsh_command_is run' -l file -d 'the script, usually *.vmsh' -r -F
complete -c vmsh -n '__vmsh_command_is run' -l dry-run -d 'show what would be done, and do nothing'
complete -c vmsh -n '__vmsh_command_is run' -l keep-going -d 'go on behind a statement that fails'
complete -c vmsh -n '__vmsh_command_is run' -l jobs -d 'most hosts of an \'on\' block at a time; else all' -r
complete -c vmsh -n '__vmsh_command_is run' -l timeout -d 'longest time for each statement, such as 30s or 5m' -r
complete -c vmsh -n '__vmsh_command_is run' -l yes -d 'agree to all that the statements ask for consent'
complete -c vmsh -n '__vmsh_command_is run' -l map -d 'sessions to take in the place of others, separated by commas: kvm1=kvm3,kvm2=kvm4' -r
complete -c vmsh -n '__vmsh_command_is run' -l report -d 'write a report as JUnit XML to this file' -r -F
complete -c vmsh -n '__vmsh_command_is run' -l resume -d 'go on with a run that was stopped or cut: the one of this journal, else the newest'
complete -c vmsh -n '__vmsh_command_is run' -l redo -d 'with --resume: do again what was cut and cannot be judged'
complete -c vmsh -n '__vmsh_command_is run' -l skip -d 'with --resume: take what was cut and cannot be judged for done'
complete -c vmsh -n '__vmsh_command_is run' -l set -d 'value of a variable, before the script\'s own' -r
complete -c vmsh -n '__vmsh_command_is run' -l output -d 'form of the output' -r -a 'table json yaml csv'
complete -c vmsh -n '__vmsh_command_is run' -F
