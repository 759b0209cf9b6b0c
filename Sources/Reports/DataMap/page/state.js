// What the reader has chosen. Whoever shows something subscribes and is told when it changes.

const state = {
  query: "",
  policy: 0,
  classes: [true, true, true],
  level: 0,
  age: "all",
};

const listeners = [];
// What lies below the matrix may wait until that is shown, so that typing does not.
const lateListeners = [];
let timer = 0;

function subscribe(listener) {
  listeners.push(listener);
}

function subscribeLate(listener) {
  lateListeners.push(listener);
}

// Changes the choice and tells everybody.
function choose(changes) {
  Object.assign(state, changes);
  for (const listener of listeners) listener();
  clearTimeout(timer);
  timer = setTimeout(tellLate, 60);
}

function tellLate() {
  for (const listener of lateListeners) listener();
}

function forgetListeners() {
  clearTimeout(timer);
  listeners.length = 0;
  lateListeners.length = 0;
}

function isFiltered() {
  return state.query !== "" || state.classes.includes(false) || state.level > 0 || state.age !== "all";
}

const AGE_CHOICES = {
  all: AGES,
  under14: ["under-14"],
  upTo14: ["under-14", "turning-14", "14"],
  under18: ["under-14", "turning-14", "14", "15-17"],
};
