{{/* What every pod of the app has in common. */}}

{{/* Takes the uid. Any other works as well; without one the cluster chooses. */}}
{{- define "todo-app.podSecurityContext" -}}
runAsNonRoot: true
{{- with . }}
runAsUser: {{ int . }}
runAsGroup: {{ int . }}
fsGroup: {{ int . }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "todo-app.containerSecurityContext" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Changes whenever what the chart puts into the ConfigMap or the Secret does, and rolls the pods. */}}
{{- define "todo-app.checksums" -}}
checksum/config: {{ include (print .Template.BasePath "/configmap.yaml") . | sha256sum }}
{{- if not .Values.secrets.existingSecret }}
checksum/secrets: {{ include "todo-app.secretData" . | sha256sum }}
{{- end }}
{{- end }}

{{/* Spread over nodes and zones, unless values say otherwise. Takes { root, component, values }. */}}
{{- define "todo-app.placement" -}}
{{- $selector := include "todo-app.componentSelector" . -}}
affinity:
  {{- if .values.affinity }}
  {{- toYaml .values.affinity | nindent 2 }}
  {{- else }}
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- $selector | nindent 14 }}
  {{- end }}
topologySpreadConstraints:
  {{- if .values.topologySpreadConstraints }}
  {{- toYaml .values.topologySpreadConstraints | nindent 2 }}
  {{- else }}
  - maxSkew: 1
    topologyKey: topology.kubernetes.io/zone
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- $selector | nindent 8 }}
  {{- end }}
{{- include "todo-app.nodes" . }}
{{- end }}

{{/* Which nodes may run the pod, and what opens the registry. Takes { root, values }. */}}
{{- define "todo-app.nodes" -}}
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Takes { root, live, ready }: paths on the port named http. */}}
{{- define "todo-app.probes" -}}
{{- $live := ternary "/api/health" .live .root.Values.probes.apiHealthOnly -}}
{{- $ready := ternary "/api/health" .ready .root.Values.probes.apiHealthOnly -}}
startupProbe:
  httpGet: { path: {{ $live }}, port: http }
  periodSeconds: 10
  timeoutSeconds: 3
  failureThreshold: 30
livenessProbe:
  httpGet: { path: {{ $live }}, port: http }
  periodSeconds: 10
  timeoutSeconds: 3
  failureThreshold: 3
readinessProbe:
  httpGet: { path: {{ $ready }}, port: http }
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
{{- end }}

{{/* One variable from the Secret. Takes { root, name, key, optional }. */}}
{{- define "todo-app.secretVariable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ include "todo-app.secretName" .root }}
      key: {{ .key }}
      {{- if .optional }}
      optional: true
      {{- end }}
{{- end }}

{{/* What people add in values. Takes the values of the component. */}}
{{- define "todo-app.extraVariables" -}}
{{- range $name, $value := .env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- with .extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Takes { root, component, values }. */}}
{{- define "todo-app.strategy" -}}
{{- if not .values.autoscaling.enabled }}
replicas: {{ .values.replicaCount }}
{{- end }}
revisionHistoryLimit: 10
progressDeadlineSeconds: 600
strategy:
  type: RollingUpdate
  rollingUpdate:
    maxSurge: 1
    maxUnavailable: 0
selector:
  matchLabels:
    {{- include "todo-app.componentSelector" . | nindent 4 }}
{{- end }}

{{/* The Service of a component. Takes { root, component, values }. */}}
{{- define "todo-app.service" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "todo-app.metadata" (dict "root" .root "component" .component "annotations" .values.service.annotations) | nindent 2 }}
spec:
  type: {{ .values.service.type }}
  selector:
    {{- include "todo-app.componentSelector" . | nindent 4 }}
  ports:
    - name: http
      port: {{ .values.service.port }}
      targetPort: http
      protocol: TCP
      {{- if and .values.service.nodePort (eq .values.service.type "NodePort") }}
      nodePort: {{ .values.service.nodePort }}
      {{- end }}
{{- end }}

{{/* The autoscaler of a component. Takes { root, component, values }. */}}
{{- define "todo-app.autoscaler" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "todo-app.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "todo-app.fullname" .root }}-{{ .component }}
  minReplicas: {{ .values.autoscaling.minReplicas }}
  maxReplicas: {{ .values.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ .values.autoscaling.targetCPUUtilizationPercentage }}
    - type: Resource
      resource:
        name: memory
        target:
          type: Utilization
          averageUtilization: {{ .values.autoscaling.targetMemoryUtilizationPercentage }}
  behavior:
    {{- toYaml .root.Values.autoscalingBehavior | nindent 4 }}
{{- end }}

{{/* Whether more than one pod runs. Takes the values of the component. */}}
{{- define "todo-app.hasSeveralPods" -}}
{{- if gt (int (ternary .autoscaling.minReplicas .replicaCount .autoscaling.enabled)) 1 }}yes{{ end -}}
{{- end }}

{{/* Takes { root, component, values }. */}}
{{- define "todo-app.disruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "todo-app.metadata" . | nindent 2 }}
spec:
  maxUnavailable: {{ .values.podDisruptionBudget.maxUnavailable }}
  selector:
    matchLabels:
      {{- include "todo-app.componentSelector" . | nindent 6 }}
{{- end }}
