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
