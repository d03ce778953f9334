// A program that does nothing: what Node.js itself takes to start and to end.
