/** Frames of sentences for each class, and what may stand in their {gaps}. A bar parts one from the next. */
import type { Class } from "../src/intent/model/network.ts";

const lines = (text: string) => text.trim().split(/\s*\|\s*/u);

export const fillings: Record<string, string[]> = {
  todo: lines(`call the landlord | water the plants | buy stamps | renew my passport | pick up the kids from school
    | pay the electricity bill | take out the bins | return the library books | email the accountant
    | wash the car | book a table for six | feed the cat | order printer ink | send the invoice
    | clean the fridge | ask Nadia about the keys | get a birthday present for Leo | go to the gym
    | pick up the dry cleaning | fix the bike | write the report | buy milk
    | buy bread and eggs at the store | call mom | pay rent | study for the exam | do the laundry
    | schedule a checkup | text Omar back | walk the dog | submit the timesheet | read chapter four
    | back up the laptop | make a reservation | take my medicine | print the tickets | vacuum the hallway
    | prepare the slides | change the air filter | refill the prescription | put the chairs away
    | put up the shelf | finish the novel | finish the outline by friday | check the boiler
    | check the tire pressure | repaint the door | cancel the newspaper subscription
    | cancel my magazine subscription | fly to Porto | drive to the airport | read the contract
    | watch the documentary | learn the song for sunday | practice piano | sell the old desk
    | sort the photos | go to the post office and mail the parcel | get some rest | sharpen the scissors
    | replace the light bulb in the hall | set up the new printer | visit grandpa
    | send flowers to aunt Rosa | meet Jonas at the station | talk to Elif about the budget | pick apples
    | cook dinner for six | bake a cake | rake the yard | mow the grass | plant tulips
    | unpack the suitcase | iron the shirts | defrost the freezer | buy new running shoes
    | buy wrapping paper and tape | book flights to Rome | plan the weekend trip
    | look into health insurance | reply to the landlord | apply for the permit | update the website
    | review the pull request | test the smoke alarm | push the release | transfer money to Ana
    | order a cake for the party | organise the shelves | measure the window`),
  thing: lines(`the report | the laundry | the plants | the electricity bill | the landlord | my passport
    | the tax return | the invoice | the birthday cake | the car insurance | groceries | the garage | milk
    | the library books | the homework | the presentation | printer ink | the bike | the fence
    | the old lamp | the parking ticket | my gym membership | the novel | the garden gate
    | 3 onions and 2 lemons | sun hats | letter to Oma | story about a lighthouse
    | the kitchen tap (upstairs) | batteries | olive oil | coffee filters | the rent | the vet | the oven
    | tomato sauce and pasta | eggs | bread | vitamins | the essay`),
  event:
    lines(`the meeting with Priya | my dentist appointment | the team lunch | my haircut | the parents evening
    | my yoga class | the interview | dinner with Sam | the vet appointment | my doctor's appointment
    | the concert | the call with the bank | my flight | our anniversary`),
  repeat: lines(`every tuesday | every second friday | every week | every 3 days | every month on the 5th
    | every other day | daily | weekly | every weekday at 9 | every 2 weeks after i finish it
    | on the last friday of each month | every monday and thursday until june`),
  before: lines(`an hour before | 30 minutes before | the day before | the evening before at 8 | 2 days before
    | 10 minutes earlier | a week in advance | the night before | the day before at 20:00`),
  when: lines(`today | tomorrow | on friday | on monday morning | at 5pm | tomorrow at 9 | next week | tonight
    | this weekend | on the 15th | in two hours | on march 3rd | next tuesday at noon | by friday
    | every monday`),
  list: lines(`groceries | work | shopping | packing | home | garden | reading | party | to do`),
  count: lines(`five | ten | fifteen | 20 | 45 | seven | three | two | 90`),
  level: lines(`high | low | medium | urgent | top`),
  target:
    lines(`it | that | that one | task 3 | number 2 | #4 | the first one | the last one | the second task
    | those | them | those two | all of them | both`),
  many: lines(`all my tasks | everything | everything due today | all overdue tasks | all my meetings tomorrow
    | every task on the work list | all my errands | the completed tasks | everything on my shopping list
    | all reminders for this week | my tasks for today | everything that is overdue`),
};

export const frames: Record<Class, string[]> = {
  add: lines(`remind me to {todo} | remind me to {todo} {when} | {when} remind me to {todo}
    | remind me {when} to {todo} | please remind me {when} about {event} | remind me about {thing}
    | remind me that {event} is {when} | set a reminder to {todo} | set a reminder for {event} {when}
    | i need a reminder to {todo} {when} | don't let me forget to {todo} | make sure i {todo} {when}
    | add {todo} | add {todo} {when} | add {thing} to my {list} list | add {thing} to {list}
    | add a task to {todo} {when} | add {level} priority task {todo} | create a task called {todo}
    | new task: {todo} | todo: {todo} | note to self {todo} | {todo} {when} | i need to {todo} {when}
    | i have to {todo} {when} | i must {todo} {when} | put {thing} on my {list} list
    | put {event} on my calendar {when} | schedule {event} {when} | {level} priority: {todo}
    | urgent: {todo} | i should {todo} {when} | i want to {todo} | i want to {todo} {when}
    | i need to {todo} | i have to {todo} | {todo} | add {thing} | add {thing} {when}
    | put {thing} on my list | put {todo} in {list} | don't let me forget {thing} | don't forget {thing}
    | remember to {todo} | let's {todo} {when} | we need to {todo} | new task {todo}
    | add these tasks: {todo}, {todo} and {todo} | add {todo} and {todo} | make a new list called {list}
    | create a {list} list | {todo} {when}, remind me {before} | add {event} {when} and remind me {before}
    | {todo} {repeat} | {todo} {repeat}, remind me {before} | remind me to {todo} {repeat}
    | {todo} {when} with a reminder {before} | remind me {before} {event}`),
  list: lines(`show me my tasks | show {many} | what's on my {list} list | what do i have {when}
    | what do i have to do {when} | what's due {when} | what tasks are due {when} | what's overdue
    | list my tasks {when} | list my reminders {when} | show me my reminders {when}
    | show reminders about {thing} | show me the reminder to {todo} | do i have a reminder to {todo}
    | do i have a reminder set for {event} | did i set a reminder for {event}
    | is there a reminder to {todo} | what reminders do i have {when} | what am i supposed to do {when}
    | when is {event} | when is {thing} due | when is it due | find tasks about {thing}
    | which tasks are {level} priority | what did i finish this week | what have i completed {when}
    | what should i do next | how many tasks do i have {when} | is {thing} on my {list} list
    | my tasks {when} | show me what's left {when} | tell me my reminders {when}
    | what is my next reminder | remind me what i have {when} | when is {thing} due?
    | what's the deadline for {thing} | did i finish {thing} | have i finished {thing} | did i already {todo} | what's pending | what is still open | what should i do now
    | show me what i've done | show what i finished {when} | show tasks tagged {list}
    | tasks labelled {list} | what's left to do | show my {list} tasks`),
  complete: lines(`mark {thing} as done | mark {target} as done | mark {many} as done
    | mark the reminder to {todo} as complete | mark my reminder to {todo} as done | complete {target}
    | complete {many} | complete the reminder about {thing} | check off {thing}
    | check {thing} off my list | tick off {thing} | tick {target} off | cross {thing} off my list
    | i finished {thing} | i've finished {thing} | i'm done with {thing} | done with {target}
    | {thing} is done | {target} is done | {event} is over, mark it as done | i already did {thing}
    | i just did {target} | i did {target} | close {target} | {target} is finished
    | set {thing} to complete | {thing} has been taken care of | finished {thing} | finish {thing} | finish {thing} | finish up {thing}
    | strike {thing} off the list | i paid the plumber | i mailed the package {when}
    | we painted the hallway | i've ordered {thing} | i have cleaned the kitchen
    | yesterday i repaired the fence | i just picked up {thing} | i paid {thing} | i called {thing}
    | we bought {thing} | {thing} has been sent | ok it's done now | could you check {thing} off`),
  delete: lines(`delete {thing} | delete {target} | delete {many} | delete the reminder to {todo}
    | delete my reminder about {event} | cancel my reminder to {todo}
    | cancel my reminder to {todo} {when} | cancel the reminder for {event} | cancel reminder to {todo}
    | cancel {event} | cancel {event} {when} | cancel all my reminders | cancel {many} | remove {target}
    | remove {thing} from my {list} list | remove {thing} from {list}
    | remove the reminder to {todo} {when} | get rid of {target} | get rid of {many}
    | get rid of my reminder to {todo} | clear {many} | clear my {list} list
    | take {thing} off my {list} list | erase {many} | turn off the reminder to {todo}
    | turn off all reminders {when} | i don't need the reminder to {todo} anymore
    | i no longer need to {todo}, delete it | stop reminding me to {todo}
    | don't remind me to {todo} {when} | forget about {event} | delete the {list} list
    | the reminder to {todo}, remove it | drop {target} | get rid of {thing} | throw out {thing}
    | remove {thing} | delete {todo}`),
  update: lines(`move {target} to {when} | move {event} to {when} | move {many} to {when}
    | reschedule {event} to {when} | reschedule {target} {when} | reschedule {many} for {when}
    | postpone {event} by a week | postpone {target} {when} | push {target} back two days
    | snooze {target} for an hour | change {target} to {when} | change my reminder to {todo} to {when}
    | change the reminder for {event} to {when} | change the time of {event} to 3pm
    | change the date of {thing} to {when} | update my reminder to {todo}
    | update the reminder about {thing} | edit {target} | modify my reminder for {event}
    | rename {target} to {todo} | rename {thing} to {todo} | rename the {list} list to plans
    | change the title of {target} to {todo} | set the priority of {target} to {level}
    | make {target} {level} priority | make {thing} {level} priority | mark {target} as {level} priority
    | mark {thing} as {level} | {thing} is {level} priority | raise the priority of {target}
    | lower the priority of {thing} | add a note to {target}: ask first | add the label home to {target}
    | tag {target} with home | remove the label from {target} | remove the due date from {thing}
    | move {thing} to the {list} list | put {target} on the {list} list | actually make it {when}
    | no, {when} | reopen {target} | {thing} isn't done yet | set the deadline of {thing} to {when}
    | bring {event} forward by an hour | restore {target} | give {target} another week
    | give {target} two more days | {target} is {level} | move {todo} to {when} | rename {todo} to {todo}
    | {thing} is really urgent | {thing} is so important | {thing} isn't important anymore
    | {thing} is no longer urgent | {thing} is not that urgent | {thing} can wait a bit
    | prioritize {thing} | deprioritise {thing} | flag {thing} as important
    | bump {thing} up to high priority | bump {target} up to urgent | give me two more days for {thing}
    | bring {thing} forward two days | name it {todo} | call {target} {todo} | add the work tag to {thing}
    | take the home label off {thing} | {event} has been moved to {when} | {event} is {when} now
    | repeat {thing} {repeat} | repeat {todo} {repeat} | make {event} repeat {repeat} | make {thing} recurring
    | {event} should repeat {repeat} | change {thing} to {repeat} | stop repeating {thing}
    | stop repeating {todo} | {event} doesn't repeat anymore | skip {event} this week | skip {thing} this time
    | skip {todo} today | skip {target} | skip the next {event} | change the reminder for {event} to {before}
    | remove the reminders from {thing} | snooze {thing} for an hour | snooze {todo} until tomorrow morning
    | add a reminder to {target} {before} | let's do {event} {when} instead | do {target} {when} instead | could you push {event} to {when}`),
  reject:
    lines(`how do i get to the station | what is the best way to learn spanish | who won the match last night
    | find me a good recipe for dinner | what is the meaning of life | can you recommend a book
    | how much does a new phone cost | look up the opening hours of the museum | how old is the queen
    | why is the sky blue | is it going to rain {when} | what will the weather be {when}
    | play something relaxing | turn off the lights {when} | call me a taxi
    | how long does it take to boil an egg | translate thank you into french
    | what time does the store close {when} | explain how vaccines work | how do i clean {thing}
    | where can i buy {thing} | what is the price of {thing} | how many people live in norway
    | tell me about {thing} | write me a poem about {thing} | set a timer for {count} minutes | start a timer for {count} minutes | set the timer to {count} | set an alarm for {count}
    | set an alarm for seven | start a stopwatch | add seven and twelve | add this song to my playlist
    | add the album to my summer playlist | put this track on my workout playlist | what's the news
    | turn the volume up | transfer 50 dollars to savings | cancel my credit card
    | book me a flight to london | order me a pizza | call a plumber for me | send a text to mom
    | email john that i will be late`),
};
