# A browser for the terminal. Source it with ISSUER set; then `log_in URL [USER]` opens the page, logs in, agrees to
# everything and prints where the browser is sent in the end. A form that is to be posted elsewhere is printed as
# ADDRESS?name=value&…. Each time it is a new browser, unless JAR names the file of its cookies.

log_in() {
  local url=$1 user=${2:-alice} jar page location
  jar=${JAR:-$(mktemp)}
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
claims() { cut -d. -f2 | from_base64url && echo; }

# from_base64url: the bytes.
from_base64url() {
  local text
  text=$(tr '_-' '/+')
  while [ $((${#text} % 4)) -ne 0 ]; do text="$text="; done
  base64 -d <<<"$text"
}

# base64url: the standard input as RFC 7515 writes it.
base64url() { base64 | tr '/+' '_-' | tr -d '=\n'; }

# sign_jwt TYP KEY [MEMBERS]: the claims on the standard input as a JWT of that type, signed RS256 with the PEM key in
# file KEY; MEMBERS are more of the header's.
sign_jwt() {
  local content
  content=$(printf '{"alg":"RS256","typ":"%s"%s}' "$1" "${3:+,$3}" | base64url).$(base64url)
  printf '%s.%s\n' "$content" "$(printf %s "$content" | openssl dgst -sha256 -sign "$2" | base64url)"
}

# public_jwk KEY: the public half of the RSA key in file KEY, as RFC 7517 writes it.
public_jwk() {
  local modulus
  modulus=$(openssl rsa -in "$1" -noout -modulus | cut -d= -f2 | sed 's/../\\x&/g')
  printf '{"kty":"RSA","e":"AQAB","n":"%s"}' "$(printf '%b' "$modulus" | base64url)"
}

# now: seconds by the demo's clock, which can be moved. By any other it is `date +%s`.
now() {
  curl -s -H 'Content-Type: application/json' -d '{"advance": 0}' "${ISSUER}__mock/clock" |
    sed 's/.*"seconds":\([0-9]*\).*/\1/'
}

# fixture_key CLIENT USE: the demo's published private key of a client, for `assertion` or for `request`, as PEM.
fixture_key() {
  local jwk part
  jwk=$(sed -n "/^  \"$1\"/,/^  }/p" sample-api/src/main/resources/io/bearergate/sample/issuer/fixture-keys.json |
    sed -n "/\"$2\"/,/}/p" | tr -d ' ')
  {
    printf 'asn1=SEQUENCE:key\n[key]\nversion=INTEGER:0\n'
    for part in n e d p q dp dq qi; do
      printf '%s=INTEGER:0x%s\n' $part "$(member $part <<<"$jwk" | head -1 | from_base64url | od -An -v -tx1 | tr -d ' \n')"
    done
  } | openssl asn1parse -genconf /dev/stdin -noout -out /dev/stdout | openssl rsa -inform DER 2>/dev/null
}
