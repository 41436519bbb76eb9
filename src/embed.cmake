# Writes the bytes of IN as a string_view SYMBOL in OUT.
file(READ ${IN} hex HEX)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
file(WRITE ${OUT} "#include \"embedded/${SYMBOL}.h\"\nnamespace trefpunt::embedded {\nstatic const unsigned char bytes[] = {${bytes}0};\nconst std::string_view ${SYMBOL}(reinterpret_cast<const char*>(bytes), sizeof bytes - 1);\n}\n")
