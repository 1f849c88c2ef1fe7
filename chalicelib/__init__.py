"""The product. `docs/architecture.md` says what stands where; `app.py` is the way in."""
