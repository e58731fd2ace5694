{{/* What belongs to the API; the rest is the web app's. Nothing is rewritten. `/api/health` goes to the API as well: both answer it. */}}
{{- define "todo-app.apiPaths" -}}
- /api
- /mcp
- /docs
- /openapi.json
- /.well-known
{{- end }}

{{/* Who may come in from outside of the release: nothing said means everybody. The release's own pods always may. */}}
{{- define "todo-app.outsiders" -}}
{{- with .Values.networkPolicy.from -}}
from:
  - podSelector:
      matchLabels:
        {{- include "todo-app.selectorLabels" $ | nindent 8 }}
  {{- toYaml . | nindent 2 }}
{{- end -}}
{{- end }}

{{/* Takes a list of ports. */}}
{{- define "todo-app.openPorts" -}}
- ports:
    {{- range . }}
    - { port: {{ int . }}, protocol: TCP }
    {{- end }}
{{- end }}

{{/* Ports of the database and of what stands in front of it: as told, or else as in the addresses that the chart sees. */}}
{{- define "todo-app.databasePorts" -}}
{{- $ports := .Values.networkPolicy.databasePorts -}}
{{- with .Values.networkPolicy.databasePort }}{{ $ports = append $ports . }}{{ end -}}
{{- if not $ports -}}
{{- $keys := .Values.secrets.keys -}}
{{- range $url := list (include "todo-app.seen" (list . $keys.databaseUrl)) (include "todo-app.seen" (list . $keys.directDatabaseUrl)) -}}
{{- if $url }}{{ $ports = concat $ports (include "todo-app.portsIn" (list $url 5432) | fromJsonArray) }}{{ end -}}
{{- end -}}
{{- end -}}
{{- include "todo-app.openPorts" ($ports | default (list 5432) | uniq) -}}
{{- end }}

{{/* Ports of the mail server. Where the chart doesn't see its address: TLS from the start, and STARTTLS. */}}
{{- define "todo-app.mailPorts" -}}
{{- $url := include "todo-app.seen" (list . .Values.secrets.keys.smtpUrl) -}}
{{- $ports := list 465 587 -}}
{{- if .Values.mail.port }}{{ $ports = list .Values.mail.port }}
{{- else if $url }}{{ $ports = include "todo-app.portsIn" (list $url (ternary 465 587 (hasPrefix "smtps:" $url))) | fromJsonArray }}{{ end -}}
{{- include "todo-app.openPorts" $ports -}}
{{- end }}

{{/* What a key of the chart-made Secret holds; nothing of an existing Secret. Takes (root, key). */}}
{{- define "todo-app.seen" -}}
{{- if not (first .).Values.secrets.existingSecret -}}
{{- get (include "todo-app.secretData" (first .) | fromYaml) (last .) | b64dec -}}
{{- end -}}
{{- end }}

{{/* Ports of the hosts in an address, of which a database may have several. Takes (address, default). `urlParse` would show the password of an address that it can't read. */}}
{{- define "todo-app.portsIn" -}}
{{- $default := last . -}}
{{- $ports := list -}}
{{- range splitList "," (first . | regexFind "^[a-z]+://[^/?#]*" | regexFind "[^/@]*$") -}}
{{- $ports = append $ports (regexFind ":[0-9]+$" . | trimPrefix ":" | default $default | int) -}}
{{- end -}}
{{- toJson $ports -}}
{{- end }}

{{/* The port in an address, or that of its scheme. */}}
{{- define "todo-app.portOf" -}}
{{- $url := urlParse . -}}
{{- if contains ":" $url.host }}{{ last (splitList ":" $url.host) }}{{ else }}{{ ternary 443 80 (eq $url.scheme "https") }}{{ end -}}
{{- end }}

{{/* How many proxies stand in front of the Services. Of one too many a client could choose its address. */}}
{{- define "todo-app.proxyHops" -}}
{{- if kindIs "invalid" .Values.proxies.hops }}{{ or .Values.ingress.enabled .Values.httpRoute.enabled | ternary 1 0 }}
{{- else }}{{ int .Values.proxies.hops }}
{{- end }}
{{- end }}
