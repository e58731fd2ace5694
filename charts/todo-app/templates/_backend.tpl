{{/* The API's environment, the same for serving and for migrating. */}}
{{- define "todo-app.backendVariables" -}}
{{- $config := include "todo-app.configName" . -}}
{{- $keys := .Values.secrets.keys -}}
- name: NODE_ENV
  value: production
- name: API_PORT
  value: "8000"
- name: NODE_OPTIONS
  value: {{ with include "todo-app.heapMegabytes" .Values.backend.resources }}--max-old-space-size={{ . }}{{ end }}
- name: ENVIRONMENT
  valueFrom: { configMapKeyRef: { name: {{ $config }}, key: environment } }
- name: LOG_LEVEL
  valueFrom: { configMapKeyRef: { name: {{ $config }}, key: log-level } }
{{- if include "todo-app.publicUrl" . }}
- name: PUBLIC_URL
  valueFrom: { configMapKeyRef: { name: {{ $config }}, key: frontend-url } }
{{- end }}
- name: SIGN_UP
  value: {{ .Values.signUp }}
- name: TRUSTED_PROXIES
  value: {{ join "," .Values.proxies.trusted | quote }}
- name: PROXY_HOPS
  value: {{ include "todo-app.proxyHops" . | quote }}
- name: DATABASE_POOL_SIZE
  value: {{ .Values.backend.databasePoolSize | quote }}
- name: DATABASE_NAMED_STATEMENTS
  value: {{ .Values.backend.namedStatements | quote }}
- name: DRAIN_DELAY_MS
  value: {{ int .Values.backend.drainDelayMs | quote }}
{{ include "todo-app.databaseVariables" . }}
{{ include "todo-app.secretVariable" (dict "root" . "name" "BETTER_AUTH_URL" "key" $keys.authUrl "optional" true) }}
{{- if eq .Values.llm.provider "openai" }}
{{ include "todo-app.secretVariable" (dict "root" . "name" "OPENAI_API_KEY" "key" $keys.openaiApiKey) }}
{{- with .Values.llm.model }}
- name: OPENAI_MODEL
  value: {{ . | quote }}
{{- end }}
{{- else if eq .Values.llm.provider "cohere" }}
{{ include "todo-app.secretVariable" (dict "root" . "name" "COHERE_API_KEY" "key" $keys.cohereApiKey) }}
{{- with .Values.llm.model }}
- name: COHERE_MODEL
  value: {{ . | quote }}
{{- end }}
{{- else if eq .Values.llm.provider "custom" }}
- name: LLM_BASE_URL
  value: {{ .Values.llm.baseUrl | quote }}
- name: LLM_MODEL
  value: {{ .Values.llm.model | quote }}
{{ include "todo-app.secretVariable" (dict "root" . "name" "LLM_API_KEY" "key" $keys.llmApiKey "optional" true) }}
{{- end }}
{{- with .Values.mail.from }}
- name: MAIL_FROM
  value: {{ . | quote }}
{{ include "todo-app.secretVariable" (dict "root" $ "name" "SMTP_URL" "key" $keys.smtpUrl) }}
{{- end }}
{{- with .Values.metrics.otlpEndpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- end }}

{{/* Where the database is, and the secret that its keys are encrypted with. */}}
{{- define "todo-app.databaseVariables" -}}
{{- $keys := .Values.secrets.keys -}}
{{ include "todo-app.secretVariable" (dict "root" . "name" "DATABASE_URL" "key" $keys.databaseUrl) }}
{{ include "todo-app.secretVariable" (dict "root" . "name" "DIRECT_DATABASE_URL" "key" $keys.directDatabaseUrl "optional" true) }}
{{ include "todo-app.secretVariable" (dict "root" . "name" "BETTER_AUTH_SECRET" "key" $keys.betterAuthSecret) }}
{{- end }}

{{/* Brings the schema up to date and ends. Needs nothing but the Secret, since as a hook it runs before the ConfigMap exists. */}}
{{- define "todo-app.migrateContainer" -}}
- name: migrate
  image: {{ include "todo-app.image" (dict "root" . "image" .Values.backend.image) }}
  imagePullPolicy: {{ .Values.backend.image.pullPolicy }}
  args: [main.mjs, migrate]
  env:
    - name: LOG_LEVEL
      value: {{ .Values.logLevel }}
    {{- include "todo-app.databaseVariables" . | nindent 4 }}
    {{- include "todo-app.extraVariables" .Values.backend | nindent 4 }}
  securityContext:
    {{- include "todo-app.containerSecurityContext" . | nindent 4 }}
  resources:
    {{- toYaml .Values.backend.resources | nindent 4 }}
  volumeMounts:
    {{- include "todo-app.backendMounts" . | nindent 4 }}
{{- end }}

{{/* Serving and migrating see the same files: a certificate of the database, for one. */}}
{{- define "todo-app.backendMounts" -}}
- { name: tmp, mountPath: /tmp }
{{- with .Values.backend.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "todo-app.backendVolumes" -}}
- name: tmp
  emptyDir: { sizeLimit: 64Mi }
{{- with .Values.backend.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}
