/** To the minute, as the clock where it is read has it. */
export function timeText(at: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = new Date(at);
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
