/** Has the browser save bytes under a name. */
export function saveFile(bytes: Blob, name: string): void {
  const made = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = made;
  link.download = name;
  link.click();
  URL.revokeObjectURL(made);
}
