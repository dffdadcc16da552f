# Completion of redressctl in bash. The program itself knows what may follow; a command for a case is
# one word, so it is offered in quotes.
_redressctl() {
  local typed="${COMP_WORDS[COMP_CWORD]}" quote="'" line
  case "$typed" in
    [\"\']*) typed="${typed:1}" quote="" ;;
  esac
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == *[\ /]* ]]; then line="$quote$line"; fi
    COMPREPLY+=("$line")
  done < <("${COMP_WORDS[0]}" complete "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$typed" 2>/dev/null)
  if [[ ${COMPREPLY[0]:-} == *[\ /]* ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -F _redressctl redressctl
