{{/* Name of the chart. */}}
{{- define "todo-app.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{/* First part of every name; leaves room for the longest suffix. */}}
{{- define "todo-app.fullname" -}}
{{- default (printf "%s-%s" .Release.Name (include "todo-app.name" .)) .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- end }}

{{- define "todo-app.chart" -}}
{{- printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{/* Labels of every object. */}}
{{- define "todo-app.labels" -}}
helm.sh/chart: {{ include "todo-app.chart" . }}
{{ include "todo-app.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: todo
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "todo-app.selectorLabels" -}}
app.kubernetes.io/name: {{ include "todo-app.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* What a component's pods are found by. Takes { root, component }. */}}
{{- define "todo-app.componentSelector" -}}
app: {{ include "todo-app.fullname" .root }}-{{ .component }}
{{ include "todo-app.selectorLabels" .root }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* The metadata of an object of a component. Takes { root, component, name?, annotations? }. */}}
{{- define "todo-app.metadata" -}}
name: {{ .name | default (printf "%s-%s" (include "todo-app.fullname" .root) .component) }}
namespace: {{ .root.Release.Namespace }}
labels:
  app: {{ include "todo-app.fullname" .root }}-{{ .component }}
  app.kubernetes.io/component: {{ .component }}
  {{- include "todo-app.labels" .root | nindent 2 }}
{{- with merge (dict) (.annotations | default dict) .root.Values.commonAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "todo-app.imageTag" -}}
{{- .image.tag | default .root.Chart.AppVersion -}}
{{- end }}

{{/* Takes { root, image }. */}}
{{- define "todo-app.image" -}}
{{- with .root.Values.imageRegistry }}{{ trimSuffix "/" . }}/{{ end }}{{ .image.repository }}:{{ include "todo-app.imageTag" . }}
{{- end }}

{{- define "todo-app.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}{{ default (include "todo-app.fullname" .) .Values.serviceAccount.name }}{{ else }}{{ default "default" .Values.serviceAccount.name }}{{ end -}}
{{- end }}

{{- define "todo-app.configName" -}}
{{ include "todo-app.fullname" . }}-config
{{- end }}

{{- define "todo-app.secretName" -}}
{{- default (printf "%s-secrets" (include "todo-app.fullname" .)) .Values.secrets.existingSecret -}}
{{- end }}

{{/* Where people reach the app; empty when only the Secret knows. */}}
{{- define "todo-app.publicUrl" -}}
{{- if .Values.publicUrl }}{{ trimSuffix "/" .Values.publicUrl }}
{{- else if .Values.ingress.enabled }}{{ ternary "https" "http" .Values.ingress.tls.enabled }}://{{ .Values.ingress.host }}
{{- else if .Values.httpRoute.enabled }}{{ ternary "https" "http" .Values.httpRoute.tls }}://{{ .Values.httpRoute.host }}
{{- else if .Values.secrets.authUrl }}{{ .Values.secrets.authUrl }}
{{- else if not .Values.secrets.existingSecret }}http://localhost:3000
{{- end -}}
{{- end }}

{{- define "todo-app.apiUrl" -}}
{{- default (printf "http://%s-backend:%v" (include "todo-app.fullname" .) .Values.backend.service.port) .Values.frontend.apiUrl -}}
{{- end }}

{{/* Three quarters of the memory limit in MiB: the rest is for buffers, code and the stack. Takes the resources. */}}
{{- define "todo-app.heapMegabytes" -}}
{{- $memory := dig "limits" "memory" "" . | toString -}}
{{- if hasSuffix "Gi" $memory }}{{ mulf (trimSuffix "Gi" $memory | float64) 768 | floor | int -}}
{{- else if hasSuffix "Mi" $memory }}{{ mulf (trimSuffix "Mi" $memory | float64) 0.75 | floor | int -}}
{{- else if hasSuffix "G" $memory }}{{ mulf (trimSuffix "G" $memory | float64) 715 | floor | int -}}
{{- else if hasSuffix "M" $memory }}{{ mulf (trimSuffix "M" $memory | float64) 0.715 | floor | int -}}
{{- end -}}
{{- end }}
