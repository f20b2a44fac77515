export { type Attended, callOff, noteAttendance } from "./actions/attendance.ts";
export { type Booked, book, move } from "./actions/book.ts";
export { readAppointments, readCalendar } from "./actions/calendar.ts";
export { readCalendarFile } from "./actions/calendar-file.ts";
export { DONE, forEachCitizen, refused } from "./actions/each-done.ts";
export { exportMeeting } from "./actions/export-meeting.ts";
export { contactProblems } from "./actions/fault-texts.ts";
export type { Keeping } from "./actions/keeping.ts";
export {
  type LetterDone,
  readLetterPdf,
  readLettersInHand,
  receiverOf,
  stepWithLetter,
  writeLetterTo,
} from "./actions/letters.ts";
export { changeMeeting, type MeetingDone, type MeetingMade, makeMeeting } from "./actions/make-meeting.ts";
export { readMeeting, readMeetings } from "./actions/read-meetings.ts";
export { sendLetters } from "./actions/send-letters.ts";
export { reopen, type Settled, settle } from "./actions/settle.ts";
export { signUp, undoSignUp } from "./actions/sign-up.ts";
export { writeAbout } from "./actions/write-letter.ts";
export { undoLetters, writeToMany } from "./actions/write-many.ts";
export { timeText } from "./clock.ts";
/** What is asked for many is answered for each. */
export { type EachDone, eachDone } from "./contract.ts";
export { kinds } from "./kinds.ts";
/** @public The types are of what the routes answer. */
export {
  attendanceAsk,
  attended,
  callOffAsk,
  changedMeeting,
  type Meeting,
  type MeetingChanged,
  type MeetingPage,
  type Meetings,
  meeting,
  meetingChanged,
  meetingPage,
  meetings,
  meetingsAsk,
  type NewMeeting,
  newMeeting,
  signUpAsk,
  undoLettersAsk,
  undoSignUpAsk,
  writeManyAsk,
} from "./meeting-contract.ts";
export { openingHoursOf } from "./opening-hours.ts";
export type { FindBasis, Post } from "./post.ts";
export { addAppointments, appointmentCalled, appointmentsFrom } from "./queries/appointments.ts";
export { type BookedTalk, bookedFrom, meetingsFrom } from "./queries/booked.ts";
export { stepLetter } from "./queries/letters.ts";
export { conversationsOfCitizen } from "./queries/of-citizen.ts";
