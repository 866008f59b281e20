/** Names of the generated files; the documents bear their document numbers. */
export interface PlantFiles {
  readonly manualEn: string;
  readonly manualZh: string;
  readonly lockoutEn: string;
  readonly lockoutZh: string;
  readonly workOrders: string;
  readonly alarms: string;
  readonly failureModes: string;
}
