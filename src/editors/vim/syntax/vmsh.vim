" Vim syntax for vmsh scripts.
" The names of commands are made from the commands by the tests: -Ddocuments.write=true renews them.

if exists('b:current_syntax')
  finish
endif

setlocal iskeyword=@,48-57,_,-
setlocal commentstring=#\ %s

syntax match vmshComment "\v(^|\s|;)@<=#.*$" contains=@Spell
syntax match vmshEscape "\\." contained
syntax match vmshVariable "\${\(env\.\)\?[A-Za-z_][A-Za-z0-9_-]*}"
syntax region vmshString start=+'+ end=+'+ oneline
syntax region vmshString start=+"+ skip=+\\.+ end=+"+ oneline contains=vmshVariable,vmshEscape
syntax match vmshOption "\v(\s)@<=--[A-Za-z0-9][A-Za-z0-9-]*"
syntax match vmshBrace "\v(^|\s|;)@<=[{}](\s|;|$)@="
syntax match vmshTime "\v<[0-9]+(ms|s|m|h)>"
syntax match vmshSelector "\v(\s)@<=\@[A-Za-z0-9._-]+"

" A statement's first word.
syntax match vmshStart "\v(^|;|\{)@<=\s*[a-z][a-z0-9-]*" contains=vmshKeyword,vmshCommand
syntax keyword vmshKeyword contained let ask require wait include on parallel for expect-error
syntax match vmshWord "\v(\s)@<=(as|hidden|in|is|not|and|or)(\s|$)@="
syntax match vmshWord "\v(\s)@<=([=!]?\=)(\s)@="
syntax keyword vmshCommand contained autostart
syntax keyword vmshCommand contained create
syntax keyword vmshCommand contained define
syntax keyword vmshCommand contained destroy
syntax keyword vmshCommand contained domid
syntax keyword vmshCommand contained domjobabort
syntax keyword vmshCommand contained domjobinfo
syntax keyword vmshCommand contained domname
syntax keyword vmshCommand contained domuuid
syntax keyword vmshCommand contained dumpxml
syntax keyword vmshCommand contained migrate-check
syntax keyword vmshCommand contained migrate
syntax keyword vmshCommand contained migrate-compcache
syntax keyword vmshCommand contained migrate-getmaxdowntime
syntax keyword vmshCommand contained migrate-getspeed
syntax keyword vmshCommand contained migrate-postcopy
syntax keyword vmshCommand contained migrate-setmaxdowntime
syntax keyword vmshCommand contained migrate-setspeed
syntax keyword vmshCommand contained migrate-watch
syntax keyword vmshCommand contained migrations
syntax keyword vmshCommand contained resume
syntax keyword vmshCommand contained shutdown
syntax keyword vmshCommand contained start
syntax keyword vmshCommand contained suspend
syntax keyword vmshCommand contained undefine
syntax keyword vmshCommand contained domblklist
syntax keyword vmshCommand contained dominfo
syntax keyword vmshCommand contained domstate
syntax keyword vmshCommand contained domstats
syntax keyword vmshCommand contained list
syntax keyword vmshCommand contained capabilities
syntax keyword vmshCommand contained hostname
syntax keyword vmshCommand contained nodeinfo
syntax keyword vmshCommand contained uri
syntax keyword vmshCommand contained version
syntax keyword vmshCommand contained net-autostart
syntax keyword vmshCommand contained net-define
syntax keyword vmshCommand contained net-destroy
syntax keyword vmshCommand contained net-dumpxml
syntax keyword vmshCommand contained net-info
syntax keyword vmshCommand contained net-list
syntax keyword vmshCommand contained net-start
syntax keyword vmshCommand contained snapshot-create-as
syntax keyword vmshCommand contained snapshot-delete
syntax keyword vmshCommand contained snapshot-list
syntax keyword vmshCommand contained find-storage-pool-sources-as
syntax keyword vmshCommand contained find-storage-pool-sources
syntax keyword vmshCommand contained pool-autostart
syntax keyword vmshCommand contained pool-build
syntax keyword vmshCommand contained pool-create-as
syntax keyword vmshCommand contained pool-create
syntax keyword vmshCommand contained pool-define-as
syntax keyword vmshCommand contained pool-define
syntax keyword vmshCommand contained pool-delete
syntax keyword vmshCommand contained pool-destroy
syntax keyword vmshCommand contained pool-dumpxml
syntax keyword vmshCommand contained pool-edit
syntax keyword vmshCommand contained pool-info
syntax keyword vmshCommand contained pool-list
syntax keyword vmshCommand contained pool-name
syntax keyword vmshCommand contained pool-refresh
syntax keyword vmshCommand contained pool-start
syntax keyword vmshCommand contained pool-undefine
syntax keyword vmshCommand contained pool-uuid
syntax keyword vmshCommand contained pool-event
syntax keyword vmshCommand contained pool-capabilities
syntax keyword vmshCommand contained vol-create-as
syntax keyword vmshCommand contained vol-delete
syntax keyword vmshCommand contained vol-info
syntax keyword vmshCommand contained vol-list
syntax keyword vmshCommand contained vol-path
syntax keyword vmshCommand contained cd
syntax keyword vmshCommand contained echo
syntax keyword vmshCommand contained exit
syntax keyword vmshCommand contained help
syntax keyword vmshCommand contained pwd
syntax keyword vmshCommand contained quit
syntax keyword vmshCommand contained connect
syntax keyword vmshCommand contained sessions
syntax keyword vmshCommand contained use
syntax keyword vmshCommand contained disconnect
syntax keyword vmshCommand contained cold-restart
syntax keyword vmshCommand contained disk-cache
syntax keyword vmshCommand contained explain
syntax keyword vmshCommand contained fix
syntax keyword vmshCommand contained migrate-recover
syntax keyword vmshCommand contained persist
syntax keyword vmshCommand contained guide
syntax keyword vmshCommand contained pool-check
syntax keyword vmshCommand contained evacuate
syntax keyword vmshCommand contained lock-disable
syntax keyword vmshCommand contained lock-enable
syntax keyword vmshCommand contained lock-holder
syntax keyword vmshCommand contained lock-status
syntax keyword vmshCommand contained lock-test
syntax keyword vmshCommand contained history
syntax keyword vmshCommand contained journal
syntax keyword vmshCommand contained journals
syntax keyword vmshCommand contained record
syntax keyword vmshCommand contained run

highlight default link vmshComment Comment
highlight default link vmshString String
highlight default link vmshEscape SpecialChar
highlight default link vmshVariable Identifier
highlight default link vmshOption Special
highlight default link vmshBrace Delimiter
highlight default link vmshTime Number
highlight default link vmshSelector Tag
highlight default link vmshKeyword Keyword
highlight default link vmshWord Operator
highlight default link vmshCommand Function

let b:current_syntax = 'vmsh'
