/** The moment of a minute after midnight of a day in Denmark, summer time or not. A minute that a change of clocks leaves out is the one after it. */
export function minuteInCopenhagen(day: string, minute: number): Date {
  const at = Temporal.PlainDate.from(day)
    .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
    .toZonedDateTime("Europe/Copenhagen");
  return new Date(at.epochMilliseconds);
}
