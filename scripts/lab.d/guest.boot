# The boot sector of every lab guest: bytes on the left, the same in assembly (16 bit, AT&T) on the right.
# It fills memory from 16 to 120 MiB with words that do not compress, so that a migration takes a visible time,
# then writes to as many pages per clock tick (18.2 Hz) as three numbers at the end of the sector tell:
#   0x7de0 seed of the random words   0x7de4 pages to write per tick   0x7de8 end of the memory written to
# It switches itself off when the power button is pressed, so `shutdown` works. scripts/lab.d/guests.sh reads this.

# -- a flat data segment of 4 GiB for real mode, and address line 20
fa                    # 7c00  cli
31 c0                 #       xor   %ax,%ax
8e d0                 #       mov   %ax,%ss
bc 00 7c              #       mov   $0x7c00,%sp
8e d8                 #       mov   %ax,%ds
0f 01 16 bd 7c        #       lgdt  0x7cbd
0f 20 c0              #       mov   %cr0,%eax
0c 01                 #       or    $1,%al
0f 22 c0              #       mov   %eax,%cr0
bb 08 00              #       mov   $8,%bx
8e db                 #       mov   %bx,%ds
24 fe                 #       and   $0xfe,%al
0f 22 c0              #       mov   %eax,%cr0
31 c0                 #       xor   %ax,%ax
8e d8                 #       mov   %ax,%ds
e4 92                 #       in    $0x92,%al
0c 02                 #       or    $2,%al
e6 92                 #       out   %al,$0x92

# -- let the power button be seen (PM1 enable register of SeaBIOS), say hello on the first serial port
ba 02 06              #       mov   $0x602,%dx
b8 00 01              #       mov   $0x100,%ax
ef                    #       out   %ax,%dx
ba f8 03              #       mov   $0x3f8,%dx
be d3 7c              #       mov   $0x7cd3,%si
ac                    # 7c38  lodsb
ee                    #       out   %al,%dx
84 c0                 #       test  %al,%al
75 fa                 #       jne   7c38

# -- fill 104 MiB from 16 MiB on
66 a1 e0 7d           #       mov   0x7de0,%eax       the seed
66 bf 00 00 00 01     #       mov   $0x1000000,%edi
66 b9 00 00 a0 01     #       mov   $0x1a00000,%ecx
e8 4d 00              # 7c4e  call  7c9e
67 66 89 07           #       mov   %eax,(%edi)
66 83 c7 04           #       add   $4,%edi
66 49                 #       dec   %ecx
75 f1                 #       jne   7c4e
66 bf 00 00 00 01     #       mov   $0x1000000,%edi

# -- at every tick: off if the power button was pressed, else write to the next pages
fb                    # 7c63  sti
f4                    #       hlt
ba 00 06              #       mov   $0x600,%dx
50                    #       push  %ax
ed                    #       in    %dx,%ax
f6 c4 01              #       test  $1,%ah            power button?
58                    #       pop   %ax
74 07                 #       je    7c77
ba 04 06              #       mov   $0x604,%dx
b8 00 20              #       mov   $0x2000,%ax       sleep state 5: off
ef                    #       out   %ax,%dx
66 8b 0e e4 7d        # 7c77  mov   0x7de4,%ecx       pages per tick
67 e3 e4              # 7c7c  jecxz 7c63
e8 1c 00              #       call  7c9e
67 66 89 07           #       mov   %eax,(%edi)
66 81 c7 00 10 00 00  #       add   $0x1000,%edi
66 3b 3e e8 7d        #       cmp   0x7de8,%edi       end of the memory written to
72 06                 #       jb    7c9a
66 bf 00 00 00 01     #       mov   $0x1000000,%edi
66 49                 # 7c9a  dec   %ecx
eb de                 #       jmp   7c7c

# -- next random word in %eax (xorshift 13, 17, 5)
66 89 c2              # 7c9e  mov   %eax,%edx
66 c1 e2 0d           #       shl   $13,%edx
66 31 d0              #       xor   %edx,%eax
66 89 c2              #       mov   %eax,%edx
66 c1 ea 11           #       shr   $17,%edx
66 31 d0              #       xor   %edx,%eax
66 89 c2              #       mov   %eax,%edx
66 c1 e2 05           #       shl   $5,%edx
66 31 d0              #       xor   %edx,%eax
c3                    #       ret

# -- descriptor table: its size and address, an empty entry, 4 GiB of data from 0
0f 00 c3 7c 00 00     # 7cbd
00 00 00 00 00 00 00 00
ff ff 00 00 00 92 cf 00

# -- "vmsh lab guest", carriage return, line feed, end
76 6d 73 68 20 6c 61 62 20 67 75 65 73 74 0d 0a 00
