"""The mini program for people: three phones on one page, in front of this stack."""
