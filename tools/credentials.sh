# shellcheck shell=bash disable=SC2034,SC2154
# A run against AWS needs credentials and a passphrase or key for the stack's secrets; a missing one is reported before
# the program starts.

require_credentials() {
  require_passphrase
  [[ -z ${AWS_ACCESS_KEY_ID:-}${AWS_PROFILE:-}${AWS_WEB_IDENTITY_TOKEN_FILE:-}${AWS_CONTAINER_CREDENTIALS_RELATIVE_URI:-}${AWS_CONTAINER_CREDENTIALS_FULL_URI:-} ]] || return 0
  [[ ! -f ${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials} && ! -f ${AWS_CONFIG_FILE:-$HOME/.aws/config} ]] || return 0
  # The provider uses the credentials of its machine only if skipMetadataApiCheck is false.
  ! grep -Eq '^ +["'\'']?aws:(profile|accessKey|skipMetadataApiCheck)' "$stack_file" || return 0
  fail "$stack deploys to AWS, but there are no AWS credentials; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or add --sandbox."
}

require_passphrase() {
  case $PULUMI_BACKEND_URL in
    http://* | https://*) return 0 ;;
  esac
  [[ -z ${PULUMI_CONFIG_PASSPHRASE+set}${PULUMI_CONFIG_PASSPHRASE_FILE+set} ]] || return 0
  ! grep -q '^secretsprovider:' "$stack_file" || return 0
  fail "nothing encrypts the secrets of $stack; set PULUMI_CONFIG_PASSPHRASE, or choose a key with ./pulumiw stack change-secrets-provider, or add --sandbox."
}
