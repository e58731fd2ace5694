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

{{/* The port in an address, or that of its scheme. */}}
{{- define "todo-app.portOf" -}}
{{- $url := urlParse . -}}
{{- if contains ":" $url.host }}{{ last (splitList ":" $url.host) }}{{ else }}{{ ternary 443 80 (eq $url.scheme "https") }}{{ end -}}
{{- end }}
