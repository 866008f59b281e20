/** Puts a text on the clipboard; false where the browser allows it neither way. */
export async function copyText(text: string): Promise<boolean> {
  // Without TLS, on another machine's address, a browser has no clipboard to offer.
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by a permission: the older way may still be open.
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'for-readers';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
