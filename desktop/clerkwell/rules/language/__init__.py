"""Rules about language: spelling, words, punctuation, lists, sentences, house form."""
