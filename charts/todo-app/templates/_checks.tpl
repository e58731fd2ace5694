{{/* Combinations that a schema can't refuse. Each says what to do. */}}
{{- define "todo-app.checks" -}}
{{- if and .Values.backend.enabled (eq .Values.migrations.mode "job") (not .Values.secrets.existingSecret) -}}
{{- fail "migrations.mode=job runs before the chart's own Secret exists. Set secrets.existingSecret, or use migrations.mode=initContainer." -}}
{{- end -}}
{{- if and .Values.secrets.existingSecret .Values.postgresql.enabled -}}
{{- fail "postgresql.enabled makes its own password and address. Leave secrets.existingSecret empty, or switch postgresql.enabled off and put the database's address into the Secret." -}}
{{- end -}}
{{- if and .Values.frontend.enabled (not .Values.backend.enabled) (not .Values.frontend.apiUrl) -}}
{{- fail "frontend.apiUrl is missing: without backend.enabled the web app has to be told where the API is." -}}
{{- end -}}
{{- if and .Values.ingress.enabled .Values.httpRoute.enabled (not .Values.publicUrl) (ne .Values.ingress.host .Values.httpRoute.host) -}}
{{- fail "ingress.host and httpRoute.host differ. Set publicUrl to the address that people use." -}}
{{- end -}}
{{- range $name := list "backend" "frontend" -}}
{{- $part := get $.Values $name -}}
{{- if and $part.enabled $part.autoscaling.enabled (gt (int $part.autoscaling.minReplicas) (int $part.autoscaling.maxReplicas)) -}}
{{- fail (printf "%s.autoscaling.minReplicas is %d, and maxReplicas is %d. Raise maxReplicas, or lower minReplicas." $name (int $part.autoscaling.minReplicas) (int $part.autoscaling.maxReplicas)) -}}
{{- end -}}
{{- /* Ten seconds for what is being answered when the drain is over. */}}
{{- $least := add 10 (ceil (divf $part.drainDelayMs 1000)) | int -}}
{{- if and $part.enabled (lt (int $part.terminationGracePeriodSeconds) $least) -}}
{{- fail (printf "%s.terminationGracePeriodSeconds is %d, which cuts answers off. With drainDelayMs %d make it %d or more." $name (int $part.terminationGracePeriodSeconds) (int $part.drainDelayMs) $least) -}}
{{- end -}}
{{- end -}}
{{- if and .Values.secrets.smtpUrl (not .Values.mail.from) -}}
{{- fail "mail.from is missing: with secrets.smtpUrl, say whom e-mail comes from, such as \"Todo <todo@example.com>\"." -}}
{{- end -}}
{{- end }}
