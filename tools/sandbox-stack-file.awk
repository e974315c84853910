# Turns a stack file into its sandbox copy: each ciphertext becomes the placeholder, the target becomes the sandbox.
# A ciphertext is the text under the key `secure`, at any depth, in block or in flow style.

BEGIN { target = "ashlar:target: sandbox" }

function indent_of(line) {
  match(line, /^[ -]*/)
  return RLENGTH
}

# Further lines of a ciphertext that is longer than its key's line.
secure_indent && /^ / && indent_of($0) > secure_indent { next }
{ secure_indent = 0 }

# The target is written as the first entry of `config:`, indented as the entries after it.
/^ +["']?ashlar:target["']?:/ { next }
/^config: *(\{ *\})? *(#.*)?$/ {
  print "config:"
  configuring = 1
  next
}
configuring && /^ +[^ #]/ {
  print substr($0, 1, indent_of($0)) target
  configuring = 0
  configured = 1
}

/^[ -]+["']?secure["']?:/ && !/: *(true|false|[0-9.]+) *$/ {
  secure_indent = indent_of($0)
  print substr($0, 1, secure_indent) "secure: " placeholder
  next
}

/[{,] *["']?secure["']?: / && !/secure["']?: *(true|false|[0-9.]+) *[,}]/ {
  gsub(/secure["']?: *("[^"]*"|'[^']*'|[^,}]*)/, "secure: " placeholder)
}

{ print }

END {
  if (!configured) {
    if (!configuring) print "config:"
    print "  " target
  }
}
