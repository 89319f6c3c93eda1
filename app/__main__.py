"""`python -m app` is the command `zhanban`."""

import sys

from app.main import main

sys.exit(main())
