# A browser for the terminal. Source it with ISSUER set; then `log_in URL [USER]` opens the page, logs in, agrees to
# everything and prints where the browser is sent in the end. A form that is to be posted elsewhere is printed as
# ADDRESS?name=value&….

log_in() {
  local url=$1 user=${2:-alice} jar page location
  jar=$(mktemp)
  page=$(curl -si -b "$jar" -c "$jar" "$url")
  for _ in 1 2 3 4 5 6 7 8; do
    location=$(sed -n 's/^[Ll]ocation: *\([^[:cntrl:]]*\).*/\1/p' <<<"$page")
    if [ -z "$location" ]; then
      read_form "$page" "$user" || break
      if [[ $action != "$ISSUER"* && $action != /* ]]; then
        printf '%s?%s\n' "$action" "$(IFS='&' && echo "${fields[*]}")"
        return
      fi
      page=$(curl -si -b "$jar" -c "$jar" "${fields[@]/#/-d}" "${ISSUER}${action#/}")
    elif [[ $location == "$ISSUER"* ]]; then
      page=$(curl -si -b "$jar" -c "$jar" "$location")
    else
      printf '%s\n' "$location"
      return
    fi
  done
  printf 'no way on from here:\n%s\n' "$page" >&2
  return 1
}

# read_form PAGE USER: what the page's form is to be sent with, in $action and $fields.
read_form() {
  local html=$1 user=$2 input name value
  action=$(sed -n 's/.*<form[^>]*action="\([^"]*\)".*/\1/p' <<<"$html" | head -1)
  fields=()
  while read -r input; do
    name=$(sed -n 's/.*name="\([^"]*\)".*/\1/p' <<<"$input")
    value=$(sed -n 's/.*value="\([^"]*\)".*/\1/p' <<<"$input")
    [ -z "$value" ] || fields+=("$name=$(encoded "$value")")
  done < <(grep -o '<input[^>]*>' <<<"$html")
  case $html in
    *'type="password"'*) fields+=("username=$user" "password=p4ssw0rd-$user") ;;
    *'<button name='*) fields+=("$(sed -n 's/.*<button name="\([^"]*\)" value="\([^"]*\)".*/\1=\2/p' <<<"$html" | head -1)") ;;
  esac
  [ -n "$action" ]
}

# encoded TEXT: as it goes into a form.
encoded() {
  local LC_ALL=C text=$1 i
  for ((i = 0; i < ${#text}; i++)); do
    case ${text:i:1} in
      [A-Za-z0-9._~-]) printf '%s' "${text:i:1}" ;;
      *) printf '%%%02X' "'${text:i:1}" ;;
    esac
  done
}

# parameter NAME URL: one parameter of an address.
parameter() {
  local value
  value=$(sed -n "s/.*[?&]$1=\([^&#]*\).*/\1/p" <<<"$2")
  printf '%b\n' "${value//%/\\x}"
}

# member NAME: one text member of the JSON object on the standard input.
member() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

# claims: what the JWT on the standard input says.
claims() {
  local part
  part=$(cut -d. -f2 | tr '_-' '/+')
  while [ $((${#part} % 4)) -ne 0 ]; do part="$part="; done
  base64 -d <<<"$part" && echo
}
