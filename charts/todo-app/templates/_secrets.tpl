{{/*
What the chart-made Secret holds, in base64. A value that isn't given now is taken from the Secret that
exists already: an upgrade that repeats only some `--set` doesn't lose the rest.
*/}}
{{- define "todo-app.secretData" -}}
{{- $found := (lookup "v1" "Secret" .Release.Namespace (include "todo-app.secretName" .) | default dict).data | default dict -}}
{{- $keys := .Values.secrets.keys -}}
{{- $given := dict
  $keys.databaseUrl .Values.secrets.databaseUrl
  $keys.directDatabaseUrl .Values.secrets.directDatabaseUrl
  $keys.betterAuthSecret .Values.secrets.betterAuthSecret
  $keys.authUrl .Values.secrets.authUrl
  $keys.openaiApiKey .Values.secrets.openaiApiKey
  $keys.cohereApiKey .Values.secrets.cohereApiKey
  $keys.llmApiKey .Values.secrets.llmApiKey
  $keys.smtpUrl .Values.secrets.smtpUrl -}}
{{- if .Values.postgresql.enabled -}}
{{- $_ := set $given "postgres-password" .Values.postgresql.password -}}
{{- end -}}
{{- $data := dict -}}
{{- /* A database keeps the password that it was made with, whatever is given later. */}}
{{- if and .Values.postgresql.enabled (hasKey $found "postgres-password") -}}
{{- $_ := set $given "postgres-password" "" -}}
{{- end -}}
{{- range $key, $value := $given -}}
{{- if $value -}}
{{- $_ := set $data $key (b64enc $value) -}}
{{- else if hasKey $found $key -}}
{{- $_ := set $data $key (get $found $key) -}}
{{- end -}}
{{- end -}}
{{- range $key := list $keys.betterAuthSecret (ternary "postgres-password" "" .Values.postgresql.enabled) -}}
{{- if and $key (not (hasKey $data $key)) -}}
{{- $_ := set $data $key (include "todo-app.madeSecret" (dict "root" $ "key" $key) | b64enc) -}}
{{- end -}}
{{- end -}}
{{- if .Values.postgresql.enabled -}}
{{- $password := get $data "postgres-password" | b64dec -}}
{{- $_ := set $data $keys.databaseUrl (printf "postgresql://todo:%s@%s-postgresql:5432/todo" (urlquery $password) (include "todo-app.fullname" .) | b64enc) -}}
{{- $_ := unset $data $keys.directDatabaseUrl -}}
{{- end -}}
{{- toYaml $data -}}
{{- end }}

{{/* Random, and the same for every template of one run, since the Secret and its checksum are made apart. */}}
{{- define "todo-app.madeSecret" -}}
{{- $made := .root.Values.secrets.made | default dict -}}
{{- if not (hasKey $made .key) -}}
{{- $_ := set $made .key (randAlphaNum 48) -}}
{{- $_ := set .root.Values.secrets "made" $made -}}
{{- end -}}
{{- get $made .key -}}
{{- end }}
