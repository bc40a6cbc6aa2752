// Judges checkpoints and proofs, one JSON line each, with golang.org/x/mod; prints a line for each that is wrong.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type claim struct {
	Vkey    string
	Note    string
	Origin  string
	Size    int64
	Root    []byte
	Index   int64
	Entry   []byte
	Proof   [][]byte
	Old     int64
	OldRoot []byte
	Growth  [][]byte
}

func hash(b []byte) (h tlog.Hash) {
	copy(h[:], b)
	return h
}

func hashes(bs [][]byte) (hs []tlog.Hash) {
	for _, b := range bs {
		hs = append(hs, hash(b))
	}
	return hs
}

func judge(c claim) error {
	verifier, err := note.NewVerifier(c.Vkey)
	if err != nil {
		return err
	}
	opened, err := note.Open([]byte(c.Note), note.VerifierList(verifier))
	if err != nil {
		return err
	}
	if want := fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Size, hash(c.Root)); opened.Text != want {
		return fmt.Errorf("text %q, not %q", opened.Text, want)
	}
	leaf := tlog.RecordHash(c.Entry)
	if err := tlog.CheckRecord(hashes(c.Proof), c.Size, hash(c.Root), c.Index, leaf); err != nil {
		return err
	}
	return tlog.CheckTree(hashes(c.Growth), c.Size, hash(c.Root), c.Old, hash(c.OldRoot))
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	count := 0
	for decoder := json.NewDecoder(lines); decoder.More(); count++ {
		var c claim
		if err := decoder.Decode(&c); err != nil {
			fmt.Println(count, err)
			break
		}
		if err := judge(c); err != nil {
			fmt.Println(count, err)
		}
	}
	fmt.Println("judged", count)
}
