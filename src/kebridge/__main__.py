from kebridge.cli import main

main()
