autocmd BufNewFile,BufRead *.vmsh setfiletype vmsh
autocmd BufNewFile,BufRead * if getline(1) =~# '^#!.*\<vmsh run\>' | setfiletype vmsh | endif
